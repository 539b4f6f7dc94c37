import { hours, type Instant, type Millis } from '../time.ts'

/** One stretch of time in which a silence holds: from its first instant until just before its last. */
export interface Span {
  readonly from: Instant
  readonly until: Instant
}

export const contains = (span: Span, at: Instant): boolean => span.from <= at && at < span.until

/** A longer one is easily forgotten: whoever made it is reminded before it ends. */
export const longSilence: Millis = hours(4)
