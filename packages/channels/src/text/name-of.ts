import { clipToBytes } from './bytes.ts'
import { oneLine } from './clean.ts'

/** Names are cut sooner than error texts: a name beyond this length tells a reader nothing more. */
const longestName = 400

export const nameOf = (data: string, dataBytes: number): string =>
  clipToBytes(oneLine(data), Math.min(dataBytes, longestName))
