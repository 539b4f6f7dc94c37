import { hours, type Instant, minus } from '@highwater/core'
import { countPerDay, daysUntil, type ReplayedAlert } from '@highwater/core/backtest'
import type { Parameters } from '@highwater/core/parameters'
import type { PastRange } from './past.ts'

/**
 * What a day's figures rest on, the coarsest of it: the signals themselves, the history by minute or
 * by hour, or nothing, because no history reaches back so far.
 */
export const historyResolutions = ['signal', 'minute', 'hour', 'none'] as const
export type HistoryResolution = (typeof historyResolutions)[number]

/** How many alerts would have opened on one day, in UTC. */
export interface BacktestDay {
  readonly day: Instant
  readonly before: number
  readonly after: number
  readonly resolution: HistoryResolution
}

const dayCount = 30
const day = hours(24)

/** The days that a backtest counts: the last thirty in UTC, today among them. */
export const daysBefore = (now: Instant): Instant[] => daysUntil(now, dayCount)

/** One day more than is counted, so that an alert which opened before is not counted as new. */
export const readFrom = (now: Instant): Instant => minus(daysBefore(now)[0] ?? now, day)

/** Counts the alerts of all projects, under what holds and under what is proposed. */
export class DayCounts {
  readonly #before: Map<Instant, number>
  readonly #after: Map<Instant, number>

  constructor(now: Instant) {
    this.#before = new Map(daysBefore(now).map((at) => [at, 0]))
    this.#after = new Map(this.#before)
  }

  add(before: readonly ReplayedAlert[], after: readonly ReplayedAlert[]): void {
    countPerDay(this.#before, before)
    countPerDay(this.#after, after)
  }

  /** @param since when the oldest of the history was received; null where there is none */
  days(range: PastRange, parameters: Parameters, since: Instant | null): BacktestDay[] {
    const minutesSince = minus(range.now, hours(24 * parameters.minuteHistoryDays))
    const resolutionOf = (at: Instant): HistoryResolution => {
      if (since === null || at + day <= since) return 'none'
      if (at + day <= minutesSince) return 'hour'
      return Math.max(at, since) < range.rolledUntil ? 'minute' : 'signal'
    }
    return [...this.#before].map(([at, before]) => {
      const after = this.#after.get(at) ?? 0
      return { day: at, before, after, resolution: resolutionOf(at) }
    })
  }
}
