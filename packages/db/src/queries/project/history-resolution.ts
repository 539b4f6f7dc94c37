import { hours, type Instant, type Millis, millis, minus, minutes } from '@highwater/core'
import type { Parameters } from '@highwater/core/parameters'

/** What the samples of a chart rest on: each signal, the worst of each minute, or of each hour. */
export type ChartResolution = 'signal' | 'minute' | 'hour'

/** A range that ends at the full minute begins a little before the days that are kept. */
const leeway = hours(1)

/** The finest history that still reaches back to `from`. */
export function resolutionFrom(
  from: Instant,
  now: Instant,
  { rawSignalDays, minuteHistoryDays }: Parameters,
): ChartResolution {
  const reaches = (days: number) => from >= minus(now, millis(hours(24 * days) + leeway))
  if (reaches(rawSignalDays)) return 'signal'
  return reaches(minuteHistoryDays) ? 'minute' : 'hour'
}

/** How far apart two samples stand at least. */
export const spacingOf: Readonly<Record<ChartResolution, Millis>> = {
  signal: millis(0),
  minute: minutes(1),
  hour: hours(1),
}
