import type { ProtectionLevelSettings } from '@highwater/core/policy'
import type { Modelled } from './script.fixture.ts'

export type Verdict =
  | { is: 'off'; why: string }
  | { is: 'unknown'; stale: boolean }
  | { is: 'good'; observed: number | null; limit: number }
  | { is: 'short'; observed: number; limit: number }
  | { is: 'bad'; since: number; observed: number; limit: number }

const second = 1_000
const minute = 60 * second

/** What one project has said of itself, and what that means for a condition: the first half of the reference. */
export class Heard {
  level = 'high'
  deleted = false
  readonly #policy: () => ProtectionLevelSettings
  #state = 'unknown'
  #incremental = false
  #gauge: number | null = null
  #position: number | null = null
  #sampledAt = 0
  #gaugeHeardAt: number | null = null
  /** Between the last two gauges, where something else was said between them. */
  #gaugeGap = 0
  #saidSince = false
  #caughtUp: number | null = null
  #brokenSince: number | null = null
  #pausedSince: number | null = null
  #resumedAt: number | null = null
  heardAt: number | null = null
  newest: number | null = null

  constructor(policy: () => ProtectionLevelSettings) {
    this.#policy = policy
  }

  /** Answers whether the sample counts: neither refused nor late. */
  hear(
    sample: { at: number; gauge?: number; position?: number; state?: string },
    now: number,
  ): boolean {
    if (this.deleted || sample.at > now + 60 * minute) return false
    const at = Math.min(sample.at, now)
    if (this.newest !== null && at <= this.newest) return false
    this.newest = at
    this.heardAt = now
    const before = this.#state
    const measured = sample.gauge !== undefined || sample.position !== undefined
    const runs = (state: string) => state === 'running' || state === 'monitoring'
    const revived = ['running', 'monitoring', 'released'].includes(sample.state ?? '')
    const isOver = before === 'released' || (before === 'finished' && !revived)
    if (isOver) this.#state = before
    else if (sample.state !== undefined) this.#state = sample.state
    else if (measured && !runs(before)) this.#state = 'running'
    if (sample.gauge !== undefined) {
      this.#gaugeGap = this.#gauge !== null && this.#saidSince ? at - this.#sampledAt : 0
      this.#gaugeHeardAt = now
    }
    this.#saidSince = !measured
    if (measured) {
      this.#gauge = sample.gauge ?? null
      this.#position = sample.position === undefined ? null : Math.min(sample.position, now)
      this.#sampledAt = at
      this.#incremental = true
      const level = this.level === 'none' ? 'low' : this.level
      const behind = this.#gauge ?? now - (this.#position ?? now)
      if (behind <= this.settings(level).latencySeconds * second) this.#caughtUp ??= at
    }
    if (sample.state === 'monitoring') this.#caughtUp ??= at
    if (this.#state === 'monitoring' && !measured) this.#incremental = true
    if (this.#pausedSince !== null && runs(this.#state)) this.#resumedAt = at
    const broken = this.#state === 'failed' || this.#state === 'interrupted'
    if (broken) this.#brokenSince ??= at
    else if (this.#state !== 'unknown') this.#brokenSince = null
    if (this.#state === 'paused') this.#pausedSince ??= at
    else if (this.#state !== 'unknown') this.#pausedSince = null
    return true
  }

  settings(level: string) {
    const policy = this.#policy()
    return level === 'high' ? policy.high : level === 'medium' ? policy.medium : policy.low
  }

  judge(condition: Modelled, now: number): Verdict {
    if (this.level === 'none') return { is: 'off', why: 'protection_removed' }
    if (this.deleted) return { is: 'off', why: 'project_deleted' }
    const { latencySeconds, interruptionSeconds } = this.settings(this.level)
    if (condition === 'paused_too_long' && this.#state === 'paused') {
      const limit = 12 * 60 * minute
      const observed = now - (this.#pausedSince ?? now)
      const since = (this.#pausedSince ?? now) + limit
      return observed > limit
        ? { is: 'bad', since, observed, limit }
        : { is: 'good', observed, limit }
    }
    if (['paused', 'finished', 'released'].includes(this.#state)) {
      return { is: 'off', why: `project_${this.#state}` }
    }
    const broken = this.#state === 'failed' || this.#state === 'interrupted'
    const runs = this.#state === 'running' || this.#state === 'monitoring'
    switch (condition) {
      case 'paused_too_long':
        return { is: 'good', observed: null, limit: 0 }
      case 'interruption': {
        if (runs) return { is: 'good', observed: null, limit: 0 }
        if (!broken || this.#brokenSince === null) return { is: 'unknown', stale: false }
        const limit = interruptionSeconds * second
        const observed = now - this.#brokenSince
        return observed > limit
          ? { is: 'bad', since: this.#brokenSince, observed, limit }
          : { is: 'short', observed, limit }
      }
      case 'no_signal': {
        if (this.heardAt === null || broken) return { is: 'unknown', stale: false }
        const observed = now - this.heardAt
        return observed > minute
          ? { is: 'bad', since: this.heardAt + minute, observed, limit: minute }
          : { is: 'good', observed, limit: minute }
      }
      case 'latency': {
        const hasFigure = this.#gauge !== null || this.#position !== null
        if (broken || !hasFigure || this.heardAt === null || !this.#incremental) {
          return { is: 'unknown', stale: false }
        }
        const heardAt = this.#gaugeHeardAt ?? now
        if (this.#gauge !== null && now - heardAt > Math.max(minute, 3 * this.#gaugeGap)) {
          return { is: 'unknown', stale: true }
        }
        const limit = latencySeconds * second
        const observed = this.#gauge ?? Math.max(0, now - (this.#position ?? now))
        if (observed <= limit) return { is: 'good', observed, limit }
        if (this.#caughtUp === null) return { is: 'unknown', stale: false }
        const grace = this.#resumedAt === null ? 0 : this.#resumedAt + Math.max(limit, 2 * minute)
        if (now < grace) return { is: 'unknown', stale: false }
        return { is: 'bad', since: this.#sampledAt, observed, limit }
      }
    }
  }
}
