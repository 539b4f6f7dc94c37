import { type Instant, latest, type Millis, minus, plus, seconds } from '../time.ts'
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
  /** When each message may have reached it at the latest; to come while nobody knows. */
  readonly sentAt: readonly Instant[]
  readonly blockedUntil: Instant | null
  /** What was sent since `start`, the beginning of a calendar month. */
  readonly month: { readonly start: Instant; readonly sent: number } | null
}

export const emptyBucket: Bucket = { sentAt: [], blockedUntil: null, month: null }

export type TokenAnswer =
  | { readonly taken: true; readonly bucket: Bucket }
  | { readonly taken: false; readonly retryAt: Instant }

/** Longer than any lease: what has no answer by then was sent by a worker that is dead. */
const longestJourney = seconds(60)

/** What stands for a message until it is answered, for which it may reach the robot at any moment. */
const underWay = (claimedAt: Instant): Instant => plus(claimedAt, longestJourney)

/** Two workers' transactions may commit in another order than that of their clocks. */
const byTime = (a: Instant, b: Instant): number => a - b

const earlierOf = (a: Instant, b: Instant): Instant => (a < b ? a : b)

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
    return blocking === undefined ? [] : [plus(earlierOf(blocking, now), per)]
  })
  if (monthly !== null && sentThisMonth(bucket, now) >= monthly) waits.push(monthOf(now).end)
  if (bucket.blockedUntil !== null && bucket.blockedUntil > now) waits.push(bucket.blockedUntil)
  const [first, ...others] = waits
  return first === undefined ? null : latest(first, ...others)
}

/** Counts one more message, which may reach the robot as late as at `arrival`. */
function spend(bucket: Bucket, { rules }: Budget, now: Instant, arrival: Instant): Bucket {
  const longest = Math.max(0, ...rules.map((rule) => rule.per)) as Millis
  const kept = bucket.sentAt.filter((at) => at > minus(now, longest))
  return {
    sentAt: rules.length === 0 ? [] : [...kept, arrival].sort(byTime),
    blockedUntil: null,
    month: { start: monthOf(now).start, sent: sentThisMonth(bucket, now) + 1 },
  }
}

/**
 * Takes the right to send one message at `now`. An exact sliding window: a bucket that refills
 * steadily would let twice the count through in one window after a quiet time. The robot counts a
 * message when it arrives, so that here it counts as sent just now until its answer is noted.
 * @param urgent whether it is a first message of a high alert, which may use what is kept for them
 */
export function takeToken(
  bucket: Bucket,
  budget: Budget,
  now: Instant,
  urgent: boolean,
): TokenAnswer {
  const retryAt = closedUntil(bucket, budget, now, urgent)
  return retryAt === null
    ? { taken: true, bucket: spend(bucket, budget, now, underWay(now)) }
    : { taken: false, retryAt }
}

/** Messages that were claimed at these instants have been answered: they arrived by `now`. */
export function noteAnswers(bucket: Bucket, claimedAts: readonly Instant[], now: Instant): Bucket {
  const sentAt = [...bucket.sentAt]
  for (const claimedAt of claimedAts) {
    const index = sentAt.indexOf(underWay(claimedAt))
    if (index >= 0) sentAt[index] = now
  }
  return { ...bucket, sentAt: sentAt.sort(byTime) }
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
  // What is under way, and what would be, is taken for answered at once.
  let left: Bucket = { ...bucket, sentAt: bucket.sentAt.map((at) => earlierOf(at, now)) }
  let count = 0
  while (count < most) {
    const retryAt = closedUntil(left, budget, at, true)
    if (retryAt === null) {
      left = spend(left, budget, at, at)
      count += 1
    } else if (retryAt >= until) break
    else at = retryAt
  }
  return count
}

/** Leaves the robot alone until then, or longer if it asked for more before. */
export const block = (bucket: Bucket, until: Instant): Bucket => ({
  ...bucket,
  blockedUntil: latest(until, bucket.blockedUntil ?? until),
})
