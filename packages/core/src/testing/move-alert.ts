import type { OpenAlert } from '../alert/state.ts'
import type { Transition } from '../alert/transition.ts'
import { assertNever } from '../assert-never.ts'
import type { AlertId } from '../ids.ts'
import type { ProtectionLevel } from '../policy/level.ts'
import type { Instant } from '../time.ts'

/** An alert that nothing has happened to yet. */
export const blankAlert = (
  id: AlertId,
  transition: Extract<Transition, { type: 'fire' | 'pend' }>,
  level: ProtectionLevel,
): OpenAlert => ({
  id,
  condition: transition.condition,
  state: 'pending',
  since: transition.since,
  firedAt: null,
  level,
  threshold: transition.measure.threshold,
  firesAt: null,
  recoveringSince: null,
  resolvesAt: null,
  nextNotifyAt: null,
  repeats: 0,
  acknowledgedUntil: null,
  stale: false,
})

/** The alert after one transition, as the database keeps it; null when it is over. */
export function moveAlert(
  alert: OpenAlert,
  transition: Transition,
  level: ProtectionLevel,
  now: Instant,
): OpenAlert | null {
  switch (transition.type) {
    case 'pend':
      return { ...alert, firesAt: transition.firesAt }
    case 'fire':
      return {
        ...alert,
        state: 'firing',
        level,
        threshold: transition.measure.threshold,
        firedAt: alert.firedAt ?? now,
        firesAt: null,
        recoveringSince: null,
        resolvesAt: null,
        nextNotifyAt: transition.nextNotifyAt,
        acknowledgedUntil: transition.reopened ? null : alert.acknowledgedUntil,
      }
    case 'repeat': {
      const { nth, measure, nextNotifyAt } = transition
      return { ...alert, repeats: nth, threshold: measure.threshold, nextNotifyAt }
    }
    case 'hold_repeat':
      return { ...alert, nextNotifyAt: transition.nextNotifyAt }
    case 'raise': {
      const { nth, measure, nextNotifyAt } = transition
      const { threshold } = measure
      return { ...alert, level, threshold, repeats: nth, nextNotifyAt, acknowledgedUntil: null }
    }
    case 'adjust': {
      const { measure, nextNotifyAt } = transition
      return { ...alert, level, threshold: measure.threshold, nextNotifyAt }
    }
    case 'stale':
    case 'fresh':
      return { ...alert, stale: transition.type === 'stale' }
    case 'recover': {
      const { recoveringSince, resolvesAt } = transition
      return { ...alert, state: 'recovering', recoveringSince, resolvesAt }
    }
    case 'relapse': {
      const { threshold } = transition.measure
      return { ...alert, state: 'firing', threshold, recoveringSince: null, resolvesAt: null }
    }
    case 'forget':
    case 'drop':
    case 'close':
      return null
    default:
      return assertNever(transition)
  }
}
