import { earliest, type Instant } from '../time.ts'
import type { AlertTimes } from './apply.ts'
import type { Finding } from './finding.ts'

/** When time alone would next move a condition, given its alert after the transitions; null for never. */
export function conditionDueAt(
  alert: AlertTimes | null,
  finding: Finding,
  now: Instant,
): Instant | null {
  const recheckAt = finding.is === 'inapplicable' ? null : finding.recheckAt
  const due = earliest(
    recheckAt,
    alert?.state === 'pending' ? alert.firesAt : null,
    alert?.state === 'recovering' ? alert.resolvesAt : null,
    alert?.state === 'firing' ? alert.nextNotifyAt : null,
  )
  // A deadline that has passed and moved nothing waits for a signal, not for the clock.
  return due !== null && due > now ? due : null
}
