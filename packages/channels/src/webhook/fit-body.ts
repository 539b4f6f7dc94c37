import { byteLength, fitToLimit } from '../text/bytes.ts'

/** Standard Webhooks asks to stay below 20 kB. */
export const maxBodyBytes = 20_000

/** A UTF-16 unit takes at most three bytes: what certainly fits is not counted. */
const sizeOf = (body: string): number =>
  body.length * 3 <= maxBodyBytes ? body.length : byteLength(body)

/** A body, and whether what it says had to be cut. */
export type FittingBody = ReturnType<typeof fitBody>

/** @param render gets the bytes that each single piece of data may take */
export const fitBody = (render: (dataBytes: number) => string) =>
  fitToLimit(render, sizeOf, maxBodyBytes)
