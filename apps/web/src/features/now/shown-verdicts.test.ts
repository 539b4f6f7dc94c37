import type { Verdict } from '@highwater/db/queries'
import { expect, test } from 'vitest'
import { shownVerdicts } from './shown-verdicts.ts'

const verdicts = (...states: Verdict['state'][]) =>
  states.map((state, index) => ({ state, channelName: `c${index}` }) as Verdict)

test('channels that something left for are named, those held back are counted', () => {
  const [delivered, failed, held] = verdicts('delivered', 'failed', 'suppressed')
  expect(shownVerdicts([delivered, failed, held].filter((each) => each !== undefined))).toEqual({
    named: [delivered, failed],
    more: 0,
    held: 1,
  })
})

test('where every channel was held back, the first one says why', () => {
  const all = verdicts('suppressed', 'cancelled', 'suppressed')
  expect(shownVerdicts(all)).toEqual({ named: all.slice(0, 1), more: 0, held: 2 })
})

test('of many channels three are named', () => {
  const all = verdicts('delivered', 'delivered', 'delivered', 'failed', 'pending')
  expect(shownVerdicts(all)).toMatchObject({ more: 2, held: 0 })
})

test('an alert without a message says nothing', () => {
  expect(shownVerdicts([])).toEqual({ named: [], more: 0, held: 0 })
})
