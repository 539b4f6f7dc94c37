import type { CloseReason } from '../../notify/message.ts'
import type { Instant, Millis } from '../../time.ts'
import type { Calming } from '../calming.ts'
import type { Measure } from '../finding.ts'
import type { HoldReason } from '../hold-reason.ts'
import type { OpenAlert } from '../state.ts'

/**
 * How a thing that is no project stands at one instant: a source, a host, a channel, or Highwater
 * itself. `unjudged` leaves an open alert as it is, `gone` closes it with the reason.
 */
export type Standing =
  | { readonly is: 'good' }
  | { readonly is: 'bad'; readonly since: Instant; readonly measure: Measure }
  | { readonly is: 'unjudged' }
  | { readonly is: 'gone'; readonly reason: CloseReason }

/** What the rule has to know of an open alert about a thing. */
export type StandingAlert = Pick<
  OpenAlert,
  | 'state'
  | 'since'
  | 'firedAt'
  | 'resolvesAt'
  | 'nextNotifyAt'
  | 'repeats'
  | 'acknowledgedUntil'
  | 'snoozedUntil'
  | 'turnedAt'
  | 'flappingSince'
>

export interface StandingRules {
  readonly frequency: Millis
  /** How long a thing must be good before its alert is resolved; none closes at once. */
  readonly hold: Millis
  /** Until when a person, who closed the last alert, wants to hear no more of it. */
  readonly dismissedUntil: Instant | null
  /** Its last alert, where that ended because it was good again; null where that was long ago, or never. */
  readonly recovered: RecoveredAlert | null
  /** What turns bad again soon after a recovery goes on as the same alert; what does so often is flapping. */
  readonly calming: Calming
}

export interface RecoveredAlert {
  readonly at: Instant
  readonly turnedAt: readonly Instant[]
}

/** One step in the life of such an alert; each becomes a row of its timeline. */
export type StandingMove =
  | {
      readonly type: 'fire'
      /** The alert that ended a short while ago comes back. */
      readonly reopened: boolean
      readonly since: Instant
      readonly measure: Measure
      readonly nextNotifyAt: Instant
      readonly turnedAt: readonly Instant[]
      /** It comes back so often that from now on it is told more rarely. */
      readonly flapping: boolean
    }
  | {
      readonly type: 'repeat'
      readonly nth: number
      readonly measure: Measure
      readonly turnedAt: readonly Instant[]
      readonly nextNotifyAt: Instant
      readonly note: 'snooze_ended' | 'flapping' | null
    }
  /** The beginning and the end of flapping, told unless somebody has the alert in hand. */
  | {
      readonly type: 'flap' | 'steady'
      readonly nth: number
      readonly measure: Measure
      readonly turnedAt: readonly Instant[]
      readonly reason: HoldReason | null
      readonly nextNotifyAt: Instant
    }
  | { readonly type: 'hold_repeat'; readonly reason: HoldReason; readonly nextNotifyAt: Instant }
  | {
      readonly type: 'recover'
      readonly recoveringSince: Instant
      readonly resolvesAt: Instant
      readonly turnedAt: readonly Instant[]
      readonly reason: 'flapping' | null
    }
  | {
      readonly type: 'relapse'
      readonly measure: Measure
      readonly turnedAt: readonly Instant[]
      readonly reason: 'flapping' | null
    }
  | {
      readonly type: 'close'
      readonly reason: CloseReason
      readonly turnedAt: readonly Instant[]
    }

/** It is good again, or gone: what was dismissed is over, and the next time is told as usual. */
export const endsDismissal = ({ is }: Standing): boolean => is === 'good' || is === 'gone'

export interface StandingJudgement {
  readonly move: StandingMove | null
  /** When the alert would move by itself; null for never. */
  readonly dueAt: Instant | null
}
