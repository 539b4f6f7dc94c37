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

/**
 * The SVG path of a line through the samples, broken at each hole. A lone sample is a line without
 * length, which round ends make a dot.
 */
export function linePath(
  samples: readonly LatencySample[],
  x: PercentScale,
  y: PercentScale,
): string {
  let path = ''
  let pen: 'M' | 'L' = 'M'
  for (const { at, seconds } of samples) {
    if (seconds === null) {
      pen = 'M'
      continue
    }
    path += `${pen}${x(at)} ${100 - y(seconds)}${pen === 'M' ? 'h0' : ''}`
    pen = 'L'
  }
  return path
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
