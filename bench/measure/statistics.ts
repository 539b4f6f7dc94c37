/** The value below which the given fraction of the sorted figures lies. */
export function percentile(figures: readonly number[], fraction: number): number {
  const sorted = [...figures].sort((a, b) => a - b)
  const index = Math.min(sorted.length - 1, Math.ceil(fraction * sorted.length) - 1)
  const value = sorted[Math.max(0, index)]
  if (value === undefined) throw new Error('There is no percentile of nothing.')
  return value
}

export function median(figures: readonly number[]): number {
  const sorted = [...figures].sort((a, b) => a - b)
  const upper = sorted[Math.floor(sorted.length / 2)]
  const lower = sorted[Math.ceil(sorted.length / 2) - 1]
  if (upper === undefined || lower === undefined) throw new Error('There is no median of nothing.')
  return (lower + upper) / 2
}

export interface Spread {
  readonly median: number
  readonly lowest: number
  readonly highest: number
}

export const spreadOf = (figures: readonly number[]): Spread => ({
  median: median(figures),
  lowest: Math.min(...figures),
  highest: Math.max(...figures),
})
