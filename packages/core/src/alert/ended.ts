import type { Instant } from '../time.ts'
import type { OpenAlert, RecentlyEnded } from './state.ts'
import type { Transition } from './transition.ts'

/** Why an alert that ended like this may come back as the same episode; null where it may not. */
export const mayComeBack = (
  reason: Extract<Transition, { type: 'close' }>['reason'],
): RecentlyEnded['because'] | null => {
  if (reason === 'recovered') return 'recovered'
  return reason === 'policy_changed' || reason === 'level_changed' ? 'edited' : null
}

/** What is remembered of an alert that has just been closed. One that was flapping ends steady. */
export function rememberEnded(
  alert: OpenAlert,
  transition: Extract<Transition, { type: 'close' }>,
  now: Instant,
): RecentlyEnded | null {
  const because = mayComeBack(transition.reason)
  if (because === null || alert.firedAt === null) return null
  const { id, condition, firedAt, level, threshold, flappingSince } = alert
  const turnedAt = flappingSince === null ? alert.turnedAt : []
  return { id, condition, because, endedAt: now, firedAt, level, threshold, turnedAt }
}
