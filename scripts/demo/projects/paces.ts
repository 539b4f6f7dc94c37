import type { QuietOptions } from '../scenarios/quiet.ts'

/** A link that is kept close. */
export const steady: QuietOptions = { baseSeconds: 0.4, waveSeconds: 4 }

/** A link that nobody minds being some seconds behind. */
export const slow: QuietOptions = { baseSeconds: 3, waveSeconds: 35 }
