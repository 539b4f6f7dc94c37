import { describe, expect, it } from 'vitest'
import { at } from '../testing/index.ts'
import { seconds, toIso } from '../time.ts'
import { type NormalizedSignal, normalizeSignal } from './signal.ts'
import { type SignalInput, signalInput } from './signal-schema.ts'
import { isIncrementalStep } from './step.ts'

const now = at(0)
const normalize = (input: Partial<SignalInput>): NormalizedSignal =>
  normalizeSignal({ project: 'p', observedAt: toIso(now), ...input }, now)

const accepted = (input: Partial<SignalInput>) => {
  const result = normalize(input)
  if (!result.accepted) throw new Error(result.message)
  return result.signal
}

describe('the clock of a sender', () => {
  it.each([
    ['behind ours is taken as it is', -60, -60, null],
    ['up to 5 s ahead is clamped', 5, 0, null],
    ['more than 5 s ahead is clamped and flagged', 6, 0, 6],
    ['60 min ahead is clamped and flagged', 3_600, 0, 3_600],
  ])('%s', (_, ahead, observed, flagged) => {
    const signal = accepted({ latencySeconds: 1, observedAt: toIso(at(ahead)) })
    expect(signal.observedAt).toBe(at(observed))
    expect(signal.ahead).toBe(flagged === null ? null : seconds(flagged))
  })

  it('more than 60 min ahead is refused, with the measured skew', () => {
    const result = normalize({ latencySeconds: 1, observedAt: toIso(at(3_601)) })
    expect(result).toMatchObject({ accepted: false, code: 'future' })
    expect(result).toHaveProperty('message', expect.stringContaining('3601 s ahead'))
  })

  it('in another time zone is the same instant', () => {
    const signal = accepted({ latencySeconds: 1, observedAt: '2026-01-01T08:00:00+08:00' })
    expect(signal.observedAt).toBe(now)
  })
})

describe('the meaning of a signal', () => {
  it('a bare latency is one of an incremental step, and says nothing of the state', () => {
    expect(accepted({ latencySeconds: 1.5 })).toMatchObject({
      latency: { type: 'gauge', behind: 1_500 },
      state: null,
      step: { name: null, incremental: true },
    })
  })

  it('a position is a time, never later than ours', () => {
    expect(accepted({ positionTime: toIso(at(-9)) }).latency).toEqual({
      type: 'position',
      appliedUpTo: at(-9),
    })
    expect(accepted({ positionTime: toIso(at(9)) }).latency).toMatchObject({ appliedUpTo: now })
  })

  it('the state that is named wins over that of the step', () => {
    const step = { name: 'incremental', state: 'failed' } as const
    expect(accepted({ state: 'paused', step }).state).toBe('paused')
    expect(accepted({ step }).state).toBe('failed')
  })

  it('a finished step does not finish its project', () => {
    const step = { name: 'full migration', state: 'finished' } as const
    expect(accepted({ step })).toMatchObject({ state: null, step: { incremental: false } })
  })

  it.each(['incremental', 'Incremental Sync', 'INCR_TRANSFER', 'reverse-incremental'])(
    '%s is an incremental step',
    (name) => expect(isIncrementalStep(name)).toBe(true),
  )

  it.each(['precheck', 'schema migration', 'full migration', 'full verification'])(
    '%s is none',
    (name) => expect(isIncrementalStep(name)).toBe(false),
  )
})

describe('the form of a signal', () => {
  const fault = (input: object) => {
    const parsed = signalInput.safeParse({ project: 'p', observedAt: toIso(now), ...input })
    return parsed.error?.issues[0]?.path.join('.') ?? null
  }

  it.each([
    ['has something to say', {}, ''],
    [
      'has a latency or a position, not both',
      { latencySeconds: 1, positionTime: toIso(now) },
      'positionTime',
    ],
    ['has no negative latency', { latencySeconds: -1 }, 'latencySeconds'],
    ['has a known state', { state: 'sleeping' }, 'state'],
    ['has a real time', { observedAt: 'yesterday', latencySeconds: 1 }, 'observedAt'],
    ['has no unknown keys', { latencySeconds: 1, lag: 2 }, ''],
    ['has no endless message', { state: 'failed', message: 'x'.repeat(2_001) }, 'message'],
  ])('%s', (_, input, path) => expect(fault(input)).toBe(path))

  it('is fine with any one thing to say', () => {
    expect(fault({ latencySeconds: 0 })).toBeNull()
    expect(fault({ positionTime: toIso(now) })).toBeNull()
    expect(fault({ state: 'paused' })).toBeNull()
    expect(fault({ step: { name: 'incremental', state: 'running' } })).toBeNull()
  })
})
