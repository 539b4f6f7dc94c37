import { hours, type Instant, minus } from '@highwater/core'
import { countPerDay, type Day, daysUntil, type ReplayedAlert } from '@highwater/core/backtest'
import type { Parameters } from '@highwater/core/parameters'
import type { PastRange } from './past.ts'

/**
 * What a day's figures rest on, the coarsest of it: the signals themselves, the history by minute or
 * by hour, or nothing, because no history reaches back so far.
 */
export const historyResolutions = ['signal', 'minute', 'hour', 'none'] as const
export type HistoryResolution = (typeof historyResolutions)[number]

/** How many alerts would have opened on one day, which begins at that time. */
export interface BacktestDay {
  readonly day: Instant
  readonly before: number
  readonly after: number
  readonly resolution: HistoryResolution
}

const dayCount = 30

/** The days that a backtest counts: the last thirty in this time zone, today among them. */
export const daysBefore = (now: Instant, timeZone: string): readonly Day[] =>
  daysUntil(now, dayCount, timeZone)

/** One day more than is counted, so that an alert which opened before is not counted as new. */
export const readFrom = (now: Instant, days: readonly Day[]): Instant =>
  minus(days[0]?.from ?? now, hours(24))

/** Counts the alerts of all projects, under what holds and under what is proposed. */
export class DayCounts {
  readonly #days: readonly Day[]
  readonly #before: number[]
  readonly #after: number[]

  constructor(days: readonly Day[]) {
    this.#days = days
    this.#before = days.map(() => 0)
    this.#after = days.map(() => 0)
  }

  add(before: readonly ReplayedAlert[], after: readonly ReplayedAlert[]): void {
    countPerDay(this.#days, this.#before, before)
    countPerDay(this.#days, this.#after, after)
  }

  /** @param since when the oldest of the history was received; null where there is none */
  days(range: PastRange, parameters: Parameters, since: Instant | null): BacktestDay[] {
    const minutesSince = minus(range.now, hours(24 * parameters.minuteHistoryDays))
    const resolutionOf = ({ from, until }: Day): HistoryResolution => {
      if (since === null || until <= since) return 'none'
      if (until <= minutesSince) return 'hour'
      return Math.max(from, since) < range.rolledUntil ? 'minute' : 'signal'
    }
    return this.#days.map((day, index) => ({
      day: day.from,
      before: this.#before[index] ?? 0,
      after: this.#after[index] ?? 0,
      resolution: resolutionOf(day),
    }))
  }
}
