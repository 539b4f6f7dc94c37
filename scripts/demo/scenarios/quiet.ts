import { noise } from './noise.ts'
import type { Moment, Reading, Scenario } from './reading.ts'

export interface QuietOptions {
  /** At night. */
  readonly baseSeconds: number
  /** What the busiest hour adds. */
  readonly waveSeconds: number
}

const day = 86_400
/** 14:00 in Shanghai, the middle of a working day there. */
const busiest = 6 * 3_600

/** A small latency that follows the working day, with a little noise. */
export function quietLatency(
  { baseSeconds, waveSeconds }: QuietOptions,
  { elapsed, timeOfDay }: Moment,
  seed: number,
): number {
  const wave = (1 + Math.cos((2 * Math.PI * (timeOfDay - busiest)) / day)) / 2
  const jitter = 0.7 + 0.6 * noise(seed, elapsed)
  return Math.round((baseSeconds + waveSeconds * wave) * jitter * 1_000) / 1_000
}

/** A replication that keeps up. */
export const quiet =
  (options: QuietOptions): Scenario =>
  (moment, seed): Reading => ({ latencySeconds: quietLatency(options, moment, seed) })
