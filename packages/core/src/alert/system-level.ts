import { assertNever } from '../assert-never.ts'
import type { GuardedLevel } from '../policy/level.ts'
import { type AlertEvent, alertEventFacts } from './event.ts'

/** The level whose frequency and priority an alert has that belongs to no project. */
export function systemLevelOf(event: AlertEvent): GuardedLevel {
  const { severity } = alertEventFacts[event]
  switch (severity) {
    case 'critical':
      return 'high'
    case 'warning':
      return 'medium'
    case 'info':
      return 'low'
    default:
      return assertNever(severity)
  }
}
