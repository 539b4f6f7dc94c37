import { describe, expect, it } from 'vitest'
import type { MessageKind } from '../notify/message.ts'
import { at } from '../testing/index.ts'
import { afterAttempt, type DeliveryFacts, retriedOutcomes } from './after-attempt.ts'
import { type AttemptDetail, rejectionFaults, type SendOutcome } from './outcome.ts'

const detail: AttemptDetail = {
  reason: 'http-500',
  httpStatus: 500,
  providerCode: null,
  providerMessage: null,
}
const throttled = (retryAt: number | null): SendOutcome => ({
  kind: 'throttled',
  retryAt: retryAt === null ? null : at(retryAt),
  detail,
})
const transient: SendOutcome = { kind: 'transient', detail }
const unknown: SendOutcome = { kind: 'unknown', detail }

const step = (
  outcome: SendOutcome,
  changes: Partial<DeliveryFacts> = {},
  jitter = 0.5,
  now = at(0),
) => {
  const facts = {
    kind: 'firing',
    attempt: 1,
    deadline: at(86_400),
    mayBeDuplicate: false,
    degraded: false,
    repeatsSafely: false,
  } as const
  return afterAttempt({ ...facts, ...changes }, outcome, now, jitter)
}

describe('after an attempt', () => {
  it('a delivered message is done', () => {
    expect(step({ kind: 'delivered', detail })).toEqual({
      to: 'delivered',
      partial: false,
      blockChannelUntil: null,
    })
  })

  it('the outcomes after which only a test is not tried again are these', () => {
    const outcomes: SendOutcome[] = [
      { kind: 'delivered', detail },
      { kind: 'partial', refused: ['a@example.org'], detail },
      throttled(null),
      transient,
      ...rejectionFaults.map((fault): SendOutcome => ({ kind: 'rejected', fault, detail })),
      unknown,
    ]
    const retried = outcomes.filter(
      (outcome) =>
        step(outcome).to === 'retry' &&
        step(outcome, { degraded: true }).to === 'retry' &&
        step(outcome, { kind: 'test' }).to === 'failed',
    )
    expect(new Set(retried.map(({ kind }) => kind))).toEqual(retriedOutcomes)
  })

  it('a message that some recipients refused is done, and says so', () => {
    const outcome: SendOutcome = { kind: 'partial', refused: ['a@example.org'], detail }
    expect(step(outcome)).toMatchObject({ to: 'delivered', partial: true, blockChannelUntil: null })
  })

  it('a robot that took a message and wants no more for now is left alone', () => {
    const outcome: SendOutcome = { kind: 'partial', refused: ['lilei'], retryAt: at(60), detail }
    expect(step(outcome)).toMatchObject({ to: 'delivered', blockChannelUntil: at(60) })
  })

  it('a transient failure is tried again on the ladder, with jitter', () => {
    expect(step(transient)).toMatchObject({ to: 'retry', at: at(2.5), blockChannelUntil: null })
    expect(step(transient, { attempt: 3 })).toMatchObject({ to: 'retry', at: at(22.5) })
  })

  it('a receiver that asked for a later attempt gets none before, unless it would be too late', () => {
    const asked: SendOutcome = { ...transient, notBefore: at(300) }
    expect(step(asked)).toMatchObject({ to: 'retry', at: at(300), blockChannelUntil: null })
    expect(step(asked, { attempt: 6 })).toMatchObject({ to: 'retry', at: at(300) })
    expect(step(asked, { attempt: 7 }, 1)).toMatchObject({ at: at(900) })
    expect(step(asked, { deadline: at(180) })).toMatchObject({ to: 'retry', at: at(2.5) })
    expect(step(asked, { kind: 'test' })).toMatchObject({ to: 'failed' })
  })

  it('a retry that would come after the deadline is given up', () => {
    expect(step(transient, { deadline: at(2) })).toMatchObject({
      to: 'failed',
      reason: 'deadline_passed',
    })
    expect(step(transient, { deadline: at(2.5) })).toMatchObject({ to: 'retry' })
  })

  it('a mark of a possible duplicate outlives the failures after it', () => {
    expect(step(transient, { mayBeDuplicate: true })).toMatchObject({ mayBeDuplicate: true })
  })
})

describe('after being throttled', () => {
  it('the whole robot waits as long as it was told', () => {
    expect(step(throttled(600))).toEqual({
      to: 'retry',
      at: at(600),
      mayBeDuplicate: false,
      degraded: false,
      blockChannelUntil: at(600),
    })
  })

  it('the whole robot waits a full rung where it was told nothing, whatever the jitter', () => {
    expect(step(throttled(null), { attempt: 2 }, 0)).toMatchObject({
      at: at(15),
      blockChannelUntil: at(15),
    })
  })

  it('a time that has passed already is no permission to hurry', () => {
    expect(step(throttled(-30))).toMatchObject({ at: at(5) })
  })

  it('the robot is left alone though this message has no time left', () => {
    expect(step(throttled(600), { kind: 'repeat', deadline: at(180) })).toEqual({
      to: 'failed',
      reason: 'deadline_passed',
      channelNeedsAttention: false,
      blockChannelUntil: at(600),
    })
  })
})

describe('after an unknown outcome', () => {
  it.each(['firing', 'resolved'] as const)(
    '%s is sent once more, marked as a possible duplicate',
    (kind) => {
      expect(step(unknown, { kind })).toMatchObject({ to: 'retry', mayBeDuplicate: true })
    },
  )

  it('a second unknown outcome ends it: at most one duplicate (A10)', () => {
    expect(step(unknown, { mayBeDuplicate: true })).toMatchObject({
      to: 'failed',
      reason: 'unknown',
    })
  })

  it('a repeat is never sent again', () => {
    expect(step(unknown, { kind: 'repeat' })).toMatchObject({ to: 'failed', reason: 'unknown' })
  })

  it.each(['firing', 'repeat'] as const)(
    '%s goes on trying where the provider knows a repeated delivery',
    (kind) => {
      const facts = { kind, mayBeDuplicate: true, repeatsSafely: true, attempt: 3 }
      expect(step(unknown, facts)).toMatchObject({ to: 'retry', at: at(22.5) })
    },
  )
})

describe('after a rejection', () => {
  const refused = (fault: (typeof rejectionFaults)[number]): SendOutcome => ({
    kind: 'rejected',
    fault,
    detail,
  })

  it('of its content a message is sent at once in its plainest form', () => {
    expect(step(refused('content'))).toEqual({
      to: 'retry',
      at: at(0),
      mayBeDuplicate: false,
      degraded: true,
      blockChannelUntil: null,
    })
  })

  it('stays plain while it is tried again for other reasons', () => {
    expect(step(transient, { degraded: true })).toMatchObject({ to: 'retry', degraded: true })
  })

  it.each(rejectionFaults)('for its %s nothing more is tried', (fault) => {
    expect(step(refused(fault), { degraded: true })).toEqual({
      to: 'failed',
      reason: 'http-500',
      channelNeedsAttention: fault !== 'content' && fault !== 'recipient',
      blockChannelUntil: null,
    })
  })
})

describe('a test message', () => {
  const test: { kind: MessageKind } = { kind: 'test' }
  const refusedContent: SendOutcome = { kind: 'rejected', fault: 'content', detail }

  it.each([transient, unknown, throttled(60), refusedContent])(
    'is never tried again after $kind',
    (outcome) => {
      expect(step(outcome, test)).toMatchObject({ to: 'failed', reason: 'http-500' })
    },
  )

  it('that was throttled still makes the robot wait', () => {
    expect(step(throttled(60), test)).toMatchObject({ blockChannelUntil: at(60) })
  })
})
