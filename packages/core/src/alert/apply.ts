import { assertNever } from '../assert-never.ts'
import type { OpenAlert } from './state.ts'
import type { Transition } from './transition.ts'

/** The moments at which an open alert would move by itself. */
export type AlertTimes = Pick<OpenAlert, 'state' | 'firesAt' | 'resolvesAt' | 'nextNotifyAt'>

/** The times of a condition's alert after one transition; null when nothing is open then. */
export function applyToTimes(before: AlertTimes | null, transition: Transition): AlertTimes | null {
  switch (transition.type) {
    case 'pend':
      return { state: 'pending', firesAt: transition.firesAt, resolvesAt: null, nextNotifyAt: null }
    case 'fire':
      return {
        state: 'firing',
        firesAt: null,
        resolvesAt: null,
        nextNotifyAt: transition.nextNotifyAt,
      }
    case 'repeat':
    case 'hold_repeat':
    case 'raise':
    case 'adjust':
      return before && { ...before, nextNotifyAt: transition.nextNotifyAt }
    case 'recover':
      return before && { ...before, state: 'recovering', resolvesAt: transition.resolvesAt }
    case 'relapse':
      return before && { ...before, state: 'firing', resolvesAt: null }
    case 'forget':
    case 'stale':
    case 'fresh':
      return before
    case 'drop':
    case 'close':
      return null
    default:
      return assertNever(transition)
  }
}
