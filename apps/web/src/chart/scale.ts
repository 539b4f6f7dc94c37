import { instant, instantOfWallTime, wallTime, wallTimeAt } from '@highwater/core'

/** Maps values of a range onto percents of a drawing's length. */
export type PercentScale = (value: number) => number

export function percentScale(from: number, to: number): PercentScale {
  const span = to - from
  return (value) => (span === 0 ? 0 : Math.round(((value - from) / span) * 100_000) / 1_000)
}

const durationSteps = [
  1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1_800, 3_600, 7_200, 14_400, 21_600, 43_200, 86_400,
]

/** Round lengths in seconds from 0 up to at least `highest`, at most `count` of them beside 0. */
export function durationTicks(highest: number, count: number): number[] {
  const rough = highest / count
  const known = durationSteps.find((candidate) => candidate >= rough)
  const step = known ?? Math.ceil(rough / 86_400) * 86_400
  const ticks = [0]
  while ((ticks.at(-1) ?? 0) < highest) ticks.push(ticks.length * step)
  return ticks
}

const timeSteps = [1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720, 1_440, 2_880, 10_080].map(
  (minutes) => minutes * 60_000,
)

/**
 * Points in time between both ends at which clocks in this time zone show something round, also after
 * they have been put forward or back in between.
 */
export function timeTicks(from: number, to: number, count: number, timeZone: string): number[] {
  const rough = (to - from) / count
  const step = timeSteps.find((candidate) => candidate >= rough) ?? 40_320 * 60_000
  const [first, last] = [wallTimeAt(instant(from), timeZone), wallTimeAt(instant(to), timeZone)]
  const ticks: number[] = []
  for (let wall = Math.ceil(first / step) * step; wall <= last; wall += step) {
    const at = instantOfWallTime(wallTime(wall), timeZone)
    if (at >= from && at <= to && at > (ticks.at(-1) ?? Number.NEGATIVE_INFINITY)) ticks.push(at)
  }
  return ticks
}
