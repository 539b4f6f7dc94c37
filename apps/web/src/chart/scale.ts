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

/** Points in time between both ends on round local times; `zoneOffsetMs` is local minus UTC. */
export function timeTicks(from: number, to: number, count: number, zoneOffsetMs: number): number[] {
  const rough = (to - from) / count
  const step = timeSteps.find((candidate) => candidate >= rough) ?? 40_320 * 60_000
  const ticks: number[] = []
  const first = Math.ceil((from + zoneOffsetMs) / step) * step - zoneOffsetMs
  for (let at = first; at <= to; at += step) ticks.push(at)
  return ticks
}

/** Local time minus UTC at that instant, in milliseconds. */
export function zoneOffsetMs(at: number, timeZone: string): number {
  const name = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' })
    .formatToParts(at)
    .find((part) => part.type === 'timeZoneName')?.value
  const [, sign, hours = '0', minutes = '0'] = /GMT([+-])(\d+):(\d+)/.exec(name ?? '') ?? []
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000
}
