import { between, type Millis, plus } from '@highwater/core'
import type { LatencySample } from './sparklines.ts'

/** Breaks the line where nothing was heard for longer than `silence`. */
export function breakGaps(samples: readonly LatencySample[], silence: Millis): LatencySample[] {
  return samples.flatMap((sample, index) => {
    const before = samples[index - 1]
    return before !== undefined && between(before.at, sample.at) > silence
      ? [{ at: plus(before.at, silence), seconds: null }, sample]
      : [sample]
  })
}
