import { instant, type Millis, minus, seconds, toIso } from '@highwater/core'
import type { Entry } from './render.ts'

/** A clock that is set back a little between two calls still finds the end in its past. */
const margin = seconds(1)

/**
 * The ends that may have been still to come by a peer's own clock when it read them, with times that
 * are past for it: an alert whose end is to come goes on there until the later end that it had before.
 * @param date the `Date` of its answer; without one nothing is known of its clock
 * @param took how long the call was under way: the peer may have read the ends that much earlier
 */
export function endsToRepeat(
  entries: readonly Entry[],
  date: string | undefined,
  took: Millis,
): readonly Entry[] {
  // In whole seconds, rounded down: its clock showed this, or up to a second more.
  const answered = instant(Date.parse(date ?? ''))
  if (Number.isNaN(answered)) return []
  const read = minus(answered, took)
  return entries
    .filter(({ incident, form }) => incident.isOver && Date.parse(form.endsAt) > read)
    .map(({ incident, form }) => {
      const endsAt = instant(Math.min(Date.parse(form.endsAt), minus(answered, margin)))
      // No start after the end is taken; the labels alone say which alert it is.
      const startsAt = instant(Math.min(incident.openedAt, endsAt))
      return { incident, form: { ...form, startsAt: toIso(startsAt), endsAt: toIso(endsAt) } }
    })
}
