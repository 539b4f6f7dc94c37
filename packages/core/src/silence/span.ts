import { earliest, hours, type Instant, latest, type Millis } from '../time.ts'

/** One stretch of time in which a silence holds: from its first instant until just before its last. */
export interface Span {
  readonly from: Instant
  readonly until: Instant
}

export const contains = (span: Span, at: Instant): boolean => span.from <= at && at < span.until

/** From the first instant of these spans to the last; undefined for none. */
export function spanOver(spans: readonly Span[]): Span | undefined {
  const [first, ...others] = spans
  if (first === undefined) return undefined
  return others.reduce(
    (all, { from, until }) => ({
      from: earliest(all.from, from) ?? from,
      until: latest(all.until, until),
    }),
    first,
  )
}

/** A longer one is easily forgotten: whoever made it is reminded before it ends. */
export const longSilence: Millis = hours(4)
