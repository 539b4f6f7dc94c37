import { assertNever } from '../assert-never.ts'
import type { AlertId } from '../ids.ts'
import type { ProtectionLevel } from '../policy/level.ts'
import type { Instant, Millis } from '../time.ts'
import { isWoken } from './in-hand.ts'
import type { OpenAlert } from './state.ts'
import type { Transition } from './transition.ts'

/** An alert as it opens, before the transition that opens it has been applied. */
export const openingOf = (
  id: AlertId,
  breach: Pick<Extract<Transition, { type: 'pend' }>, 'condition' | 'since' | 'measure'>,
  level: ProtectionLevel,
): OpenAlert => ({
  id,
  condition: breach.condition,
  state: 'pending',
  since: breach.since,
  firedAt: null,
  level,
  threshold: breach.measure.threshold,
  firesAt: null,
  recoveringSince: null,
  resolvesAt: null,
  nextNotifyAt: null,
  repeats: 0,
  acknowledgedUntil: null,
  snoozedUntil: null,
  stale: false,
  peak: breach.measure.observed,
  turnedAt: [],
  flappingSince: null,
})

const firing = { state: 'firing', firesAt: null, recoveringSince: null, resolvesAt: null } as const
const unattended = { acknowledgedUntil: null, snoozedUntil: null } as const

/** An alert after one transition, as it is kept; null when it is over. */
export function applyToAlert(
  alert: OpenAlert,
  transition: Transition,
  level: ProtectionLevel,
  now: Instant,
): OpenAlert | null {
  const measured = (measure: { observed: Millis; threshold: Millis }) => ({
    threshold: measure.threshold,
    peak: Math.max(alert.peak, measure.observed) as Millis,
  })
  const awake = isWoken(alert, now) ? { snoozedUntil: null } : {}
  switch (transition.type) {
    case 'pend':
      return { ...alert, firesAt: transition.firesAt }
    case 'fire': {
      const { measure, nextNotifyAt, turnedAt, flapping, reopened } = transition
      return {
        ...alert,
        ...measured(measure),
        ...firing,
        ...awake,
        ...(reopened ? unattended : {}),
        level,
        firedAt: alert.firedAt ?? now,
        nextNotifyAt,
        turnedAt,
        flappingSince: flapping ? now : null,
      }
    }
    case 'reinstate': {
      const { measure, nextNotifyAt } = transition
      return {
        ...alert,
        ...awake,
        ...firing,
        stale: false,
        threshold: measure.threshold,
        level,
        nextNotifyAt,
      }
    }
    case 'repeat': {
      const { nth, measure, nextNotifyAt } = transition
      return { ...alert, ...measured(measure), ...awake, repeats: nth, nextNotifyAt }
    }
    case 'hold_repeat':
      // Where the figure is too old to judge by, the end of a snooze is told when it is fresh again.
      return {
        ...alert,
        ...(transition.reason === 'acknowledged' ? awake : {}),
        nextNotifyAt: transition.nextNotifyAt,
      }
    case 'raise': {
      const { nth, measure, nextNotifyAt } = transition
      return { ...alert, ...measured(measure), ...unattended, level, repeats: nth, nextNotifyAt }
    }
    case 'adjust': {
      const { measure, nextNotifyAt } = transition
      // Nobody is told, so the peak of which people were told stays.
      return { ...alert, threshold: measure.threshold, level, nextNotifyAt }
    }
    case 'flap':
    case 'steady': {
      const { type, nth, measure, nextNotifyAt, reason } = transition
      return {
        ...alert,
        ...measured(measure),
        ...awake,
        level,
        nextNotifyAt,
        repeats: reason === null ? nth : alert.repeats,
        turnedAt: type === 'flap' ? alert.turnedAt : [],
        flappingSince: type === 'flap' ? now : null,
      }
    }
    case 'stale':
    case 'fresh':
      return { ...alert, stale: transition.type === 'stale' }
    case 'recover': {
      const { recoveringSince, resolvesAt, turnedAt } = transition
      return { ...alert, state: 'recovering', recoveringSince, resolvesAt, turnedAt }
    }
    case 'relapse':
      return {
        ...alert,
        ...firing,
        threshold: transition.measure.threshold,
        turnedAt: transition.turnedAt,
      }
    case 'forget':
      return alert
    case 'drop':
    case 'close':
      return null
    default:
      return assertNever(transition)
  }
}
