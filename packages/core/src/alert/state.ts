import type { AlertId } from '../ids.ts'
import type { ProtectionLevel } from '../policy/level.ts'
import type { Instant, Millis } from '../time.ts'
import type { Condition } from './event.ts'

/** The life of an alert. `recovering` is still open: good signals have to last for the hold time. */
export const alertStates = ['pending', 'firing', 'recovering', 'closed'] as const
export type AlertState = (typeof alertStates)[number]
export type OpenAlertState = Exclude<AlertState, 'closed'>

/** An open alert as the rules need to know it. */
export interface OpenAlert {
  readonly id: AlertId
  readonly condition: Condition
  readonly state: OpenAlertState
  readonly since: Instant
  /** When it was first told; the anchor of its repeats. Null while pending. */
  readonly firedAt: Instant | null
  /** The level and threshold in force when it last fired, was raised or lowered. */
  readonly level: ProtectionLevel
  readonly threshold: Millis
  readonly firesAt: Instant | null
  readonly recoveringSince: Instant | null
  readonly resolvesAt: Instant | null
  readonly nextNotifyAt: Instant | null
  readonly repeats: number
  /** Acknowledged until then; `null` when nobody has. */
  readonly acknowledgedUntil: Instant | null
  /** Snoozed until then; a time that has passed means that its end has not been told yet. */
  readonly snoozedUntil: Instant | null
  readonly stale: boolean
  /** The highest figure of which people were told. */
  readonly peak: Millis
  /** When it last turned between firing and recovering, oldest first, no more than are counted. */
  readonly turnedAt: readonly Instant[]
  readonly flappingSince: Instant | null
}

/**
 * An alert that a person closed while its breach stood: the breach is not told again before it has
 * ended once, or before `until`, so that nothing is forgotten for ever; nor after the project's level
 * was raised above `level`, under which it was closed.
 */
export interface DismissedAlert {
  readonly id: AlertId
  readonly condition: Condition
  readonly until: Instant
  readonly level: ProtectionLevel
}

/** An alert that ended a short while ago and may come back as the same episode. */
export interface RecentlyEnded {
  readonly id: AlertId
  readonly condition: Condition
  readonly because: 'recovered' | 'edited'
  readonly endedAt: Instant
  readonly firedAt: Instant
  /** The level and threshold under which it fired. */
  readonly level: ProtectionLevel
  readonly threshold: Millis
  readonly turnedAt: readonly Instant[]
}
