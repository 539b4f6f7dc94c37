import type { IncomingMessage } from 'node:http'

/** More than any operation takes; each has a limit of its own below it. */
const largestBodyOfAll = 8 * 1_024 * 1_024

/**
 * Ends a request whose body goes on past every limit. The framework reads bodies ahead into memory,
 * whether anybody wants them or not, so that only here the memory is bounded.
 */
export function boundBody(request: IncomingMessage, largest = largestBodyOfAll): void {
  const push = request.push.bind(request)
  let length = 0
  request.push = (chunk: Buffer | null, encoding) => {
    length += chunk?.byteLength ?? 0
    if (length <= largest) return push(chunk, encoding)
    request.destroy()
    return false
  }
}
