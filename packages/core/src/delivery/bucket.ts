import { type Instant, latest, type Millis, minus, plus } from '../time.ts'
import { monthOf } from './month.ts'

/** At most `count` messages in any window of `per`. */
export interface RateRule {
  readonly count: number
  readonly per: Millis
}

/** How much a robot may be sent. */
export interface Budget {
  readonly rules: readonly RateRule[]
  /** At most so many messages in a calendar month of its provider; null where it does not count. */
  readonly monthly: number | null
  /** The part of every rule, from 0 to 1, that is kept for first messages of high alerts. */
  readonly reserve: number
}

/** What a robot was sent of late, and until when it wants to be left alone. */
export interface Bucket {
  readonly sentAt: readonly Instant[]
  readonly blockedUntil: Instant | null
  /** What was sent since `start`, the beginning of a calendar month. */
  readonly month: { readonly start: Instant; readonly sent: number } | null
}

export const emptyBucket: Bucket = { sentAt: [], blockedUntil: null, month: null }

export type TokenAnswer =
  | { readonly taken: true; readonly bucket: Bucket }
  | { readonly taken: false; readonly retryAt: Instant }

/** Two workers' transactions may commit in another order than that of their clocks. */
const byTime = (a: Instant, b: Instant): number => a - b

/** How many messages a robot was sent in the month of `now`. */
export const sentThisMonth = ({ month }: Bucket, now: Instant): number =>
  month !== null && month.start === monthOf(now).start ? month.sent : 0

/** The last instant at which one of its limits forbids a message; null when none does. */
function closedUntil(
  bucket: Bucket,
  { rules, monthly, reserve }: Budget,
  now: Instant,
  urgent: boolean,
): Instant | null {
  const waits = rules.flatMap(({ count, per }) => {
    const most = urgent ? count : Math.max(1, count - Math.floor(count * reserve))
    const inWindow = bucket.sentAt.filter((at) => at > minus(now, per))
    const blocking = inWindow.at(-most)
    return blocking === undefined ? [] : [plus(blocking, per)]
  })
  if (monthly !== null && sentThisMonth(bucket, now) >= monthly) waits.push(monthOf(now).end)
  if (bucket.blockedUntil !== null && bucket.blockedUntil > now) waits.push(bucket.blockedUntil)
  const [first, ...others] = waits
  return first === undefined ? null : latest(first, ...others)
}

/**
 * Takes the right to send one message at `now`. An exact sliding window: a bucket that refills
 * steadily would let twice the count through in one window after a quiet time.
 * @param urgent whether it is a first message of a high alert, which may use what is kept for them
 */
export function takeToken(
  bucket: Bucket,
  budget: Budget,
  now: Instant,
  urgent: boolean,
): TokenAnswer {
  const retryAt = closedUntil(bucket, budget, now, urgent)
  if (retryAt !== null) return { taken: false, retryAt }
  const longest = Math.max(0, ...budget.rules.map((rule) => rule.per)) as Millis
  const kept = bucket.sentAt.filter((at) => at > minus(now, longest))
  const sent = sentThisMonth(bucket, now) + 1
  return {
    taken: true,
    bucket: {
      sentAt: budget.rules.length === 0 ? [] : [...kept, now].sort(byTime),
      blockedUntil: null,
      month: { start: monthOf(now).start, sent },
    },
  }
}

/** Before when it is of no use to ask: for anything at all, and for what is not urgent. */
export const opensAt = (bucket: Bucket, budget: Budget, now: Instant) => ({
  any: closedUntil(bucket, budget, now, true),
  all: closedUntil(bucket, budget, now, false),
})

/** How many messages the robot may be sent from `now` until before `until`. */
export function sendableUntil(
  bucket: Bucket,
  budget: Budget,
  now: Instant,
  until: Instant,
  most: number,
): number {
  let at = now
  let left = bucket
  let count = 0
  while (count < most) {
    const answer = takeToken(left, budget, at, true)
    if (answer.taken) {
      left = answer.bucket
      count += 1
    } else if (answer.retryAt >= until) break
    else at = answer.retryAt
  }
  return count
}

/** Leaves the robot alone until then, or longer if it asked for more before. */
export const block = (bucket: Bucket, until: Instant): Bucket => ({
  ...bucket,
  blockedUntil: latest(until, bucket.blockedUntil ?? until),
})
