import { type Instant, latest } from '../time.ts'
import type { Observation } from './observation.ts'

/** What people decided about watching a project; its signals never change it. */
export interface WatchDecision {
  readonly pausedAt: Instant | null
  /** When a pause ends by itself; null for one that lasts until somebody ends it. */
  readonly pausedUntil: Instant | null
  /** When a person last ended a pause. */
  readonly resumedAt: Instant | null
}

export const isWatched = ({ pausedAt, pausedUntil }: WatchDecision, now: Instant): boolean =>
  pausedAt === null || (pausedUntil !== null && pausedUntil <= now)

/** Since when a project is watched again; null where it was never not watched, or is not now. */
export function watchedAgainSince(decision: WatchDecision, now: Instant): Instant | null {
  if (!isWatched(decision, now)) return null
  return decision.pausedAt === null ? decision.resumedAt : decision.pausedUntil
}

/**
 * The observation by which the rules judge: a project that is watched again counts as one that has
 * just resumed, so it gets the same time to catch up (A8).
 */
export function asWatched(
  observation: Observation,
  decision: WatchDecision,
  now: Instant,
): Observation {
  const since = watchedAgainSince(decision, now)
  if (since === null) return observation
  return { ...observation, resumedAt: latest(since, observation.resumedAt ?? since) }
}
