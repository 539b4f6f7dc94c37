import { hours, type Instant, instant, plus, seconds } from '@highwater/core'

/** No provider holds us off longer than this, whatever it answers. */
const longest = hours(24)

/** Reads `Retry-After`: a number of seconds, or an HTTP date. Null when absent or unreadable. */
export function readRetryAfter(header: string | undefined, now: Instant): Instant | null {
  const text = header?.trim() ?? ''
  const at = /^\d{1,9}$/.test(text) ? plus(now, seconds(Number(text))) : instant(Date.parse(text))
  if (text === '' || Number.isNaN(at)) return null
  return instant(Math.min(Math.max(at, now), plus(now, longest)))
}
