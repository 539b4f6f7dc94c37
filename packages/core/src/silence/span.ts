import type { Instant } from '../time.ts'

/** One stretch of time in which a silence holds: from its first instant until just before its last. */
export interface Span {
  readonly from: Instant
  readonly until: Instant
}

export const contains = (span: Span, at: Instant): boolean => span.from <= at && at < span.until

/** When something about this span changes next: it begins, or it ends. */
export const nextChange = (span: Span, now: Instant): Instant =>
  now < span.from ? span.from : span.until
