import { type Instant, instant } from '@highwater/core'

/** The ranges of a project's chart, in hours. */
export const projectRanges = { '1h': 1, '24h': 24, '7d': 168, '30d': 720, '1y': 8_760 } as const
export type ProjectRange = keyof typeof projectRanges

export const projectRangeNames = [
  '1h',
  '24h',
  '7d',
  '30d',
  '1y',
] as const satisfies readonly ProjectRange[]

const minuteMs = 60_000
const points = 600

export const parseProjectRange = (value: unknown): ProjectRange =>
  projectRangeNames.find((name) => name === value) ?? '24h'

interface Bounds {
  readonly from: Instant
  readonly to: Instant
  readonly points: number
}

/** What a chart shows, up to the full minute, so that it is asked for once a minute and not more. */
export function rangeUntil(now: number, range: ProjectRange): Bounds {
  const to = Math.ceil(now / minuteMs) * minuteMs
  return { from: instant(to - projectRanges[range] * 60 * minuteMs), to: instant(to), points }
}
