import type { IncomingMessage } from 'node:http'

const mebibyte = 1_024 * 1_024

/** More than any operation takes; each has a limit of its own below it. */
const largestBodyOfAll = 8 * mebibyte
/** As far as a sender is listened to who could not read the answer 413 before having sent all. */
const longestListened = 64 * mebibyte

/**
 * Cuts a body off beyond every limit, and ends a request whose body goes on and on. The framework
 * reads bodies ahead into memory, whether anybody wants them or not: only here the memory is bounded.
 */
export function boundBody(
  request: IncomingMessage,
  largest = largestBodyOfAll,
  listened = longestListened,
): void {
  const push = request.push.bind(request)
  let length = 0
  request.push = (chunk: Buffer | null, encoding) => {
    const before = length
    length += chunk?.byteLength ?? 0
    if (before <= largest) return push(chunk, encoding)
    if (chunk === null) return push(null)
    if (length > listened) request.destroy()
    return length <= listened
  }
}
