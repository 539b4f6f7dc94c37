import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { at, start } from '../testing/index.ts'
import { type Instant, instant, millis, minutes, plus, seconds } from '../time.ts'
import {
  type Bucket,
  type Budget,
  block,
  emptyBucket,
  noteAnswers,
  opensAt,
  type RateRule,
  sendableUntil,
  sentThisMonth,
  takeToken,
} from './bucket.ts'
import { monthOf } from './month.ts'

const budgetOf = (rules: readonly RateRule[], changes: Partial<Budget> = {}): Budget => ({
  rules,
  monthly: null,
  reserve: 0,
  ...changes,
})
const bucketOf = (sentAt: readonly Instant[]): Bucket => ({ ...emptyBucket, sentAt })
const twentyAMinute = [{ count: 20, per: minutes(1) }]
const take = (bucket: Bucket, rules: readonly RateRule[], now: Instant) =>
  takeToken(bucket, budgetOf(rules), now, true)

/** Asks at each of these instants, sends and is answered at once; returns when the answer was yes. */
function takeAll(rules: readonly RateRule[], asks: readonly Instant[]): Instant[] {
  const sent: Instant[] = []
  let bucket = emptyBucket
  for (const now of asks) {
    const answer = take(bucket, rules, now)
    if (!answer.taken) continue
    bucket = noteAnswers(answer.bucket, [now], now)
    sent.push(now)
  }
  return sent
}

describe('the budget of a robot (C9)', () => {
  it('gives its count at once and then names the instant of the next one', () => {
    const sent = takeAll(twentyAMinute, Array<Instant>(25).fill(start))
    expect(sent).toHaveLength(20)
    const full = bucketOf(sent)
    expect(take(full, twentyAMinute, at(10))).toEqual({ taken: false, retryAt: at(60) })
    expect(take(full, twentyAMinute, at(60)).taken).toBe(true)
  })

  it('obeys every rule of a robot that has several', () => {
    const rules = [
      { count: 5, per: seconds(1) },
      { count: 8, per: minutes(1) },
    ]
    const asks = Array.from({ length: 100 }, (_, index) => plus(start, millis(index * 100)))
    expect(takeAll(rules, asks)).toHaveLength(8)
    const full = bucketOf(takeAll(rules, asks))
    expect(take(full, rules, at(3))).toEqual({ taken: false, retryAt: at(60) })
  })

  it('never lets more than the count through in any window', () => {
    const rules = fc.array(
      fc.record({ count: fc.integer({ min: 1, max: 6 }), per: fc.integer({ min: 1, max: 5_000 }) }),
      { minLength: 1, maxLength: 3 },
    )
    const waits = fc.array(fc.integer({ min: 0, max: 2_000 }), { maxLength: 80 })
    fc.assert(
      fc.property(rules, waits, (drawn, pauses) => {
        let now = start
        const asks = pauses.map((pause) => {
          now = plus(now, millis(pause))
          return now
        })
        const limits = drawn.map(({ count, per }) => ({ count, per: millis(per) }))
        const sent = takeAll(limits, asks)
        for (const { count, per } of limits) {
          for (const end of sent) {
            const inWindow = sent.filter((time) => time > end - per && time <= end)
            expect(inWindow.length).toBeLessThanOrEqual(count)
          }
        }
      }),
    )
  })

  it('says yes at the instant that it named, and not before', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 90_000 }), { maxLength: 60 }), (offsets) => {
        const asks = offsets.sort((a, b) => a - b).map((offset) => plus(start, millis(offset)))
        const rules = [{ count: 3, per: seconds(20) }]
        const bucket = bucketOf(takeAll(rules, asks))
        const now = asks.at(-1) ?? start
        const answer = take(bucket, rules, now)
        if (answer.taken) return
        expect(take(bucket, rules, answer.retryAt).taken).toBe(true)
        expect(take(bucket, rules, plus(answer.retryAt, millis(-1))).taken).toBe(false)
      }),
    )
  })

  it('remembers no more than its longest window needs', () => {
    const asks = Array.from({ length: 500 }, (_, index) => at(index * 10))
    let bucket = emptyBucket
    for (const now of asks) {
      const answer = take(bucket, twentyAMinute, now)
      if (answer.taken) bucket = noteAnswers(answer.bucket, [now], now)
    }
    expect(bucket.sentAt.length).toBeLessThanOrEqual(20)
  })

  it('stays exact where transactions commit in another order than their clocks', () => {
    const rules = [{ count: 2, per: minutes(1) }]
    const later = take(emptyBucket, rules, at(12))
    const answered = noteAnswers(later.taken ? later.bucket : emptyBucket, [at(12)], at(12))
    const earlier = take(answered, rules, at(10))
    const bucket = noteAnswers(earlier.taken ? earlier.bucket : emptyBucket, [at(10)], at(10))
    expect(take(bucket, rules, at(20))).toEqual({ taken: false, retryAt: at(70) })
  })

  it('counts a message as sent just now until it is answered, and then from its answer on', () => {
    const rules = [{ count: 1, per: minutes(1) }]
    const taken = take(emptyBucket, rules, start)
    const open = taken.taken ? taken.bucket : emptyBucket
    expect(take(open, rules, at(59))).toEqual({ taken: false, retryAt: at(119) })
    const answered = noteAnswers(open, [start], at(30))
    expect(take(answered, rules, at(59))).toEqual({ taken: false, retryAt: at(90) })
    expect(take(answered, rules, at(90)).taken).toBe(true)
  })

  it('forgets a message whose worker died, a window after it can have left', () => {
    const rules = [{ count: 1, per: minutes(1) }]
    const taken = take(emptyBucket, rules, start)
    const lost = taken.taken ? taken.bucket : emptyBucket
    expect(take(lost, rules, at(119)).taken).toBe(false)
    expect(take(lost, rules, at(120)).taken).toBe(true)
  })

  it('keeps a robot that counts what arrives within its limit, however long each message is under way', () => {
    const count = 3
    const window = seconds(20)
    const ask = fc.record({ pause: fc.nat(4_000), until: fc.nat(9_000), reply: fc.nat(5_000) })
    fc.assert(
      fc.property(fc.array(ask, { maxLength: 60 }), (asks) => {
        let now = start
        let bucket = emptyBucket
        const sent: { claimedAt: Instant; arrival: Instant; answer: Instant; noted: boolean }[] = []
        for (const { pause, until, reply } of asks) {
          now = plus(now, millis(pause))
          for (const message of sent) {
            if (message.noted || message.answer > now) continue
            bucket = noteAnswers(bucket, [message.claimedAt], message.answer)
            message.noted = true
          }
          const answer = take(bucket, [{ count, per: window }], now)
          if (!answer.taken) continue
          bucket = answer.bucket
          const arrival = plus(now, millis(until))
          sent.push({ claimedAt: now, arrival, answer: plus(arrival, millis(reply)), noted: false })
        }
        for (const { arrival: end } of sent) {
          const seen = sent.filter(({ arrival }) => arrival > end - window && arrival <= end)
          expect(seen.length).toBeLessThanOrEqual(count)
        }
      }),
    )
  })

  it('is without limit for a kind that has none', () => {
    expect(takeAll([], Array<Instant>(1000).fill(start))).toHaveLength(1000)
  })
})

describe('a robot that asked to be left alone', () => {
  it('is left alone until then, however much budget there is', () => {
    const blocked = block(emptyBucket, at(600))
    expect(take(blocked, twentyAMinute, at(599))).toEqual({ taken: false, retryAt: at(600) })
    expect(take(blocked, twentyAMinute, at(600)).taken).toBe(true)
  })

  it('is not asked sooner because of a shorter wish that came later', () => {
    expect(block(block(emptyBucket, at(600)), at(30)).blockedUntil).toBe(at(600))
  })
})

describe('the part that is kept for first messages of high alerts', () => {
  const budget = budgetOf(twentyAMinute, { reserve: 0.2 })
  const sixteen = bucketOf(Array<Instant>(16).fill(start))

  it('is refused to all others, until the window moves on', () => {
    expect(takeToken(sixteen, budget, at(10), false)).toEqual({ taken: false, retryAt: at(60) })
    expect(takeToken(sixteen, budget, at(10), true).taken).toBe(true)
    expect(opensAt(sixteen, budget, at(10))).toEqual({ any: null, all: at(60) })
  })

  it('never leaves the others with nothing', () => {
    const one = budgetOf([{ count: 1, per: minutes(1) }], { reserve: 0.5 })
    expect(takeToken(emptyBucket, one, start, false).taken).toBe(true)
  })
})

describe('what a robot may be sent within a time', () => {
  it('counts what is free now and what becomes free meanwhile', () => {
    const budget = budgetOf(twentyAMinute)
    const full = bucketOf(Array<Instant>(20).fill(start))
    expect(sendableUntil(emptyBucket, budget, start, at(60), 100)).toBe(20)
    expect(sendableUntil(emptyBucket, budget, start, at(61), 100)).toBe(40)
    expect(sendableUntil(full, budget, at(30), at(60), 100)).toBe(0)
    expect(sendableUntil(full, budget, at(30), at(90), 100)).toBe(20)
    expect(sendableUntil(full, budget, at(30), at(90), 7)).toBe(7)
  })

  it('is nothing while it wants to be left alone', () => {
    const blocked = block(emptyBucket, at(600))
    expect(sendableUntil(blocked, budgetOf(twentyAMinute), start, at(60), 100)).toBe(0)
  })
})

describe('a monthly quota', () => {
  const budget = budgetOf([], { monthly: 3 })
  const may = instant(Date.UTC(2026, 4, 31, 15, 59))
  const june = instant(Date.UTC(2026, 4, 31, 16, 0))

  it('counts calendar months as they are in China', () => {
    expect(monthOf(may).end).toBe(june)
    expect(monthOf(june).start).toBe(june)
  })

  it('is closed when it is used up, until the next month begins', () => {
    let bucket = emptyBucket
    for (let count = 0; count < 3; count += 1) {
      const answer = takeToken(bucket, budget, may, true)
      if (answer.taken) bucket = answer.bucket
    }
    expect(sentThisMonth(bucket, may)).toBe(3)
    expect(takeToken(bucket, budget, may, true)).toEqual({ taken: false, retryAt: june })
    expect(sentThisMonth(bucket, june)).toBe(0)
    expect(takeToken(bucket, budget, june, true).taken).toBe(true)
  })
})
