import { type Instant, type Millis, millis, plus } from '../time.ts'

export interface PlannedLook {
  /** When the project is looked at next, as things stand. */
  readonly dueAt: Instant
  /** When it would have to be, after the signal that has just come: what `calmUntil` answers. */
  readonly until: Instant
  /** Between its signals; null while it is not known. */
  readonly interval: Millis | null
}

/**
 * The new time of a look that would come before the next signal and find nothing; null where the stored
 * one stays. A look that is too early costs one look, and putting it off is written to an index: so it is
 * done late, once in many signals. A look that is due already has been asked for, and is not put off.
 */
export function putOff({ dueAt, until, interval }: PlannedLook, now: Instant): Instant | null {
  if (interval === null || dueAt <= now || until <= dueAt) return null
  const nextSignalAt = plus(now, millis(1.5 * interval))
  return dueAt <= nextSignalAt ? until : null
}
