import { type Instant, latest, type Millis, minus, plus } from '../time.ts'

/** At most `count` messages in any window of `per`. */
export interface RateRule {
  readonly count: number
  readonly per: Millis
}

/** What a robot was sent of late, and until when it wants to be left alone. */
export interface Bucket {
  readonly sentAt: readonly Instant[]
  readonly blockedUntil: Instant | null
}

export type TokenAnswer =
  | { readonly taken: true; readonly bucket: Bucket }
  | { readonly taken: false; readonly retryAt: Instant }

/** Two workers' transactions may commit in another order than that of their clocks. */
const byTime = (a: Instant, b: Instant): number => a - b

/**
 * Takes the right to send one message at `now`. An exact sliding window: a bucket that refills
 * steadily would let twice the count through in one window after a quiet time.
 */
export function takeToken(bucket: Bucket, rules: readonly RateRule[], now: Instant): TokenAnswer {
  if (bucket.blockedUntil !== null && bucket.blockedUntil > now) {
    return { taken: false, retryAt: bucket.blockedUntil }
  }
  const waits = rules.flatMap(({ count, per }) => {
    const inWindow = bucket.sentAt.filter((at) => at > minus(now, per))
    const blocking = inWindow.at(-count)
    return blocking === undefined ? [] : [plus(blocking, per)]
  })
  const [first, ...others] = waits
  if (first !== undefined) return { taken: false, retryAt: latest(first, ...others) }
  const longest = Math.max(0, ...rules.map((rule) => rule.per)) as Millis
  const kept = bucket.sentAt.filter((at) => at > minus(now, longest))
  return { taken: true, bucket: { sentAt: [...kept, now].sort(byTime), blockedUntil: null } }
}

/** Leaves the robot alone until then, or longer if it asked for more before. */
export const block = (bucket: Bucket, until: Instant): Bucket => ({
  ...bucket,
  blockedUntil: latest(until, bucket.blockedUntil ?? until),
})
