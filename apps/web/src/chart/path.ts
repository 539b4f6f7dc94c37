import type { PercentScale } from './scale.ts'

/** One measured latency; null marks a hole in the record, over which no line is drawn. */
export interface LatencySample {
  /** Epoch milliseconds. */
  readonly at: number
  readonly seconds: number | null
}

/** A threshold in force from `from` until the next one; null where there was none. */
export interface ThresholdStep {
  readonly from: number
  readonly seconds: number | null
}

interface Point {
  readonly x: number
  readonly y: number
}

/** Where the samples stand in a drawing, each stretch between two holes by itself. */
function stretchesOf(
  samples: readonly LatencySample[],
  x: PercentScale,
  y: PercentScale,
): Point[][] {
  const stretches: Point[][] = [[]]
  for (const { at, seconds } of samples) {
    if (seconds === null) stretches.push([])
    else stretches.at(-1)?.push({ x: x(at), y: 100 - y(seconds) })
  }
  return stretches.filter(({ length }) => length > 0)
}

/** The SVG path of a line through the samples, broken at each hole. */
export function linePath(
  samples: readonly LatencySample[],
  x: PercentScale,
  y: PercentScale,
): string {
  return stretchesOf(samples, x, y)
    .filter(({ length }) => length > 1)
    .map((points) => `M${points.map((point) => `${point.x} ${point.y}`).join('L')}`)
    .join('')
}

/**
 * The SVG path of the stretches that are too short for a line to be seen, up to so many percent of the
 * drawing: each a line without length, which round ends make a dot.
 */
export function dotPath(
  samples: readonly LatencySample[],
  x: PercentScale,
  y: PercentScale,
  shortest: number,
): string {
  return stretchesOf(samples, x, y)
    .flatMap((points) => {
      const [first, last] = [points[0], points.at(-1)]
      if (first === undefined || last === undefined) return []
      return last.x - first.x > shortest ? [] : [`M${last.x} ${last.y}h0`]
    })
    .join('')
}

/** The SVG path of the thresholds as steps between both ends of the drawing. */
export function stepPath(
  steps: readonly ThresholdStep[],
  range: { readonly from: number; readonly to: number },
  x: PercentScale,
  y: PercentScale,
): string {
  let path = ''
  let joined = false
  steps.forEach(({ from, seconds }, index) => {
    const start = Math.max(from, range.from)
    const end = Math.min(steps[index + 1]?.from ?? range.to, range.to)
    if (seconds === null || end <= start) {
      if (seconds === null) joined = false
      return
    }
    const height = 100 - y(seconds)
    path += `${joined ? 'L' : 'M'}${x(start)} ${height}L${x(end)} ${height}`
    joined = true
  })
  return path
}

/** The threshold in force at that time. */
export function thresholdAt(steps: readonly ThresholdStep[], at: number): number | null {
  return steps.findLast((step) => step.from <= at)?.seconds ?? null
}
