import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { at, start } from '../testing/index.ts'
import { type Instant, millis, minutes, plus, seconds } from '../time.ts'
import { type Bucket, block, takeToken } from './bucket.ts'

const empty: Bucket = { sentAt: [], blockedUntil: null }
const twentyAMinute = [{ count: 20, per: minutes(1) }]

/** Asks at each of these instants and returns those at which the answer was yes. */
function takeAll(rules: Parameters<typeof takeToken>[1], asks: readonly Instant[]): Instant[] {
  const sent: Instant[] = []
  let bucket = empty
  for (const now of asks) {
    const answer = takeToken(bucket, rules, now)
    if (!answer.taken) continue
    bucket = answer.bucket
    sent.push(now)
  }
  return sent
}

describe('the budget of a robot (C9)', () => {
  it('gives its count at once and then names the instant of the next one', () => {
    const sent = takeAll(twentyAMinute, Array<Instant>(25).fill(start))
    expect(sent).toHaveLength(20)
    const full: Bucket = { sentAt: sent, blockedUntil: null }
    expect(takeToken(full, twentyAMinute, at(10))).toEqual({ taken: false, retryAt: at(60) })
    expect(takeToken(full, twentyAMinute, at(60)).taken).toBe(true)
  })

  it('obeys every rule of a robot that has several', () => {
    const rules = [
      { count: 5, per: seconds(1) },
      { count: 8, per: minutes(1) },
    ]
    const asks = Array.from({ length: 100 }, (_, index) => plus(start, millis(index * 100)))
    expect(takeAll(rules, asks)).toHaveLength(8)
    const full = { sentAt: takeAll(rules, asks), blockedUntil: null }
    expect(takeToken(full, rules, at(3))).toEqual({ taken: false, retryAt: at(60) })
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
        const bucket = { sentAt: takeAll(rules, asks), blockedUntil: null }
        const now = asks.at(-1) ?? start
        const answer = takeToken(bucket, rules, now)
        if (answer.taken) return
        expect(takeToken(bucket, rules, answer.retryAt).taken).toBe(true)
        expect(takeToken(bucket, rules, plus(answer.retryAt, millis(-1))).taken).toBe(false)
      }),
    )
  })

  it('remembers no more than its longest window needs', () => {
    const asks = Array.from({ length: 500 }, (_, index) => at(index * 10))
    let bucket = empty
    for (const now of asks) {
      const answer = takeToken(bucket, twentyAMinute, now)
      if (answer.taken) bucket = answer.bucket
    }
    expect(bucket.sentAt.length).toBeLessThanOrEqual(20)
  })

  it('stays exact where transactions commit in another order than their clocks', () => {
    const rules = [{ count: 2, per: minutes(1) }]
    const later = takeToken(empty, rules, at(12))
    const earlier = takeToken(later.taken ? later.bucket : empty, rules, at(10))
    const bucket = earlier.taken ? earlier.bucket : empty
    expect(takeToken(bucket, rules, at(20))).toEqual({ taken: false, retryAt: at(70) })
  })

  it('is without limit for a kind that has none', () => {
    expect(takeAll([], Array<Instant>(1000).fill(start))).toHaveLength(1000)
  })
})

describe('a robot that asked to be left alone', () => {
  it('is left alone until then, however much budget there is', () => {
    const blocked = block(empty, at(600))
    expect(takeToken(blocked, twentyAMinute, at(599))).toEqual({ taken: false, retryAt: at(600) })
    expect(takeToken(blocked, twentyAMinute, at(600)).taken).toBe(true)
  })

  it('is not asked sooner because of a shorter wish that came later', () => {
    expect(block(block(empty, at(600)), at(30)).blockedUntil).toBe(at(600))
  })
})
