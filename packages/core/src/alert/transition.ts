import type { AlertId } from '../ids.ts'
import type { CloseReason } from '../notify/message.ts'
import type { Instant, Millis } from '../time.ts'
import type { Condition } from './event.ts'
import type { Measure } from './finding.ts'
import type { HoldReason } from './hold-reason.ts'

interface OfAlert {
  readonly condition: Condition
  readonly alert: AlertId
}

/** One step in the life of an alert; each becomes a row of its timeline. */
export type Transition =
  /** A breach that must last before anybody is told. */
  | {
      readonly type: 'pend'
      readonly condition: Condition
      readonly since: Instant
      readonly measure: Measure
      readonly firesAt: Instant
    }
  /** A pending breach ended; nobody was told of it. */
  | ({ readonly type: 'drop'; readonly reason: CloseReason } & OfAlert)
  /** `alert` is null for a new alert, else the pending or (`reopened`) recovered one. */
  | {
      readonly type: 'fire'
      readonly condition: Condition
      readonly alert: AlertId | null
      readonly reopened: boolean
      readonly since: Instant
      readonly measure: Measure
      readonly nextNotifyAt: Instant
      readonly turnedAt: readonly Instant[]
      /** Coming back made one turn too many: from now on it is flapping. */
      readonly flapping: boolean
    }
  /** An edit that had ended the alert was taken back within a minute: it goes on, and nobody is told. */
  | ({
      readonly type: 'reinstate'
      readonly measure: Measure
      readonly nextNotifyAt: Instant
    } & OfAlert)
  | ({
      readonly type: 'repeat'
      readonly nth: number
      /** Why it is told now, where that is not the frequency's doing. */
      readonly note: 'snooze_ended' | 'peak_doubled' | 'flapping' | null
      readonly measure: Measure
      readonly nextNotifyAt: Instant
    } & OfAlert)
  /** A repeat was due and not sent, for this reason. */
  | ({
      readonly type: 'hold_repeat'
      readonly reason: HoldReason
      readonly nextNotifyAt: Instant
    } & OfAlert)
  /** The project's level rose while firing: told at once, and an acknowledgement ends. */
  | ({
      readonly type: 'raise'
      readonly nth: number
      readonly measure: Measure
      readonly nextNotifyAt: Instant
    } & OfAlert)
  /** The level fell, or thresholds or frequency were edited, and the breach stands: noted silently. */
  | ({
      readonly type: 'adjust'
      readonly measure: Measure
      readonly nextNotifyAt: Instant
    } & OfAlert)
  /** It turns on and off too often (or has stopped to): told once, unless somebody has it in hand. */
  | ({
      readonly type: 'flap' | 'steady'
      readonly nth: number
      readonly measure: Measure
      readonly nextNotifyAt: Instant
      readonly reason: 'acknowledged' | 'snoozed' | null
    } & OfAlert)
  /** The figure is old: no signal has come since (or has come again). */
  | ({ readonly type: 'stale' } & OfAlert)
  | ({ readonly type: 'fresh' } & OfAlert)
  | ({
      readonly type: 'recover'
      readonly recoveringSince: Instant
      readonly resolvesAt: Instant
      readonly turnedAt: readonly Instant[]
      /** While flapping, an end is not told before it has lasted. */
      readonly reason: 'flapping' | null
    } & OfAlert)
  /** Bad again while recovering: the same alert goes on. */
  | ({
      readonly type: 'relapse'
      readonly measure: Measure
      readonly turnedAt: readonly Instant[]
      readonly reason: 'flapping' | null
    } & OfAlert)
  /** What a person had dismissed is good again: the next breach is told as usual. */
  | ({ readonly type: 'forget' } & OfAlert)
  | ({ readonly type: 'close'; readonly reason: CloseReason; readonly lasted: Millis } & OfAlert)

export type TransitionType = Transition['type']

/** Nearly always the answer: one list for all of them. */
export const noTransitions: readonly Transition[] = []
