/** Bytes that the body of `POST /signals` may have. */
export const largestBatch = 4 * 1_024 * 1_024
