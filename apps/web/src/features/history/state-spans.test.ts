import type { AlertId, Instant } from '@highwater/core'
import type { ChartAlert } from '@highwater/db/queries'
import { expect, test } from 'vitest'
import { stateSpans } from './state-spans.ts'

const at = (moment: number) => moment as Instant
const range = { from: at(0), to: at(100) }
const thresholds = [{ at: at(0), seconds: 60, level: 'low' as const, policyVersion: 1 }]
const heard = [{ at: at(10), seconds: 1 }]

const alert = (times: Partial<ChartAlert>): ChartAlert => ({
  id: 'a' as AlertId,
  shortId: 'A1',
  event: 'sync_delay',
  severity: 'warning',
  state: 'firing',
  since: at(40),
  openedAt: at(40),
  firedAt: at(50),
  recoveringSince: null,
  closedAt: null,
  closeReason: null,
  isDismissed: false,
  ...times,
})

test('nothing is known before the first signal, and all is quiet after it', () => {
  expect(stateSpans({ ...range, samples: heard, thresholds, states: [], alerts: [] })).toEqual([
    { from: 0, to: 10, meaning: 'unknown' },
    { from: 10, to: 100, meaning: 'quiet' },
  ])
})

test('an open alert is pending from its breach, firing from its first message until now', () => {
  const spans = stateSpans({
    ...range,
    samples: heard,
    thresholds,
    states: [],
    alerts: [alert({})],
  })
  expect(spans.slice(2)).toEqual([
    { from: 40, to: 50, meaning: 'pending' },
    { from: 50, to: 100, meaning: 'firing' },
  ])
})

test('a closed alert recovers and leaves quiet behind', () => {
  const closed = alert({ recoveringSince: at(70), closedAt: at(80) })
  const spans = stateSpans({ ...range, samples: heard, thresholds, states: [], alerts: [closed] })
  expect(spans.slice(3)).toEqual([
    { from: 50, to: 70, meaning: 'firing' },
    { from: 70, to: 80, meaning: 'recovering' },
    { from: 80, to: 100, meaning: 'quiet' },
  ])
})

test('a paused project is not called quiet', () => {
  const states = [
    { at: at(10), state: 'running' as const },
    { at: at(60), state: 'paused' as const },
  ]
  const spans = stateSpans({ ...range, samples: [], thresholds, states, alerts: [] })
  expect(spans).toEqual([
    { from: 0, to: 10, meaning: 'unknown' },
    { from: 10, to: 60, meaning: 'quiet' },
    { from: 60, to: 100, meaning: 'unknown' },
  ])
})

const closedByHand = alert({ closedAt: at(60), closeReason: 'closed_by_person' })

test('a breach whose alert a person has closed is not called quiet while it lasts', () => {
  const dismissed = { ...closedByHand, isDismissed: true }
  const spans = stateSpans({
    ...{ ...range, samples: heard, thresholds, states: [] },
    alerts: [dismissed],
  })
  expect(spans.slice(3)).toEqual([
    { from: 50, to: 60, meaning: 'firing' },
    { from: 60, to: 100, meaning: 'dismissed' },
  ])
})

test('such a breach has ended with the first figure within the limit that stood then', () => {
  const samples = [...heard, { at: at(65), seconds: 412 }, { at: at(70), seconds: 300 }]
  const good = [...samples, { at: at(80), seconds: 60 }, { at: at(90), seconds: 70 }]
  const spans = (given: typeof samples) =>
    stateSpans({ ...range, samples: given, thresholds, states: [], alerts: [closedByHand] })
  expect(spans(good).slice(4)).toEqual([
    { from: 60, to: 80, meaning: 'dismissed' },
    { from: 80, to: 100, meaning: 'quiet' },
  ])
  const laxer = [
    ...thresholds,
    { at: at(68), seconds: 350, level: 'low' as const, policyVersion: 2 },
  ]
  const relaxed = { ...range, samples, thresholds: laxer, states: [], alerts: [closedByHand] }
  expect(stateSpans(relaxed)[4]).toEqual({ from: 60, to: 70, meaning: 'dismissed' })
})

test('a silence whose alert was closed by hand lasts until the next figure', () => {
  const silence = { ...closedByHand, event: 'no_signal' as const }
  const samples = [...heard, { at: at(85), seconds: 412 }]
  const spans = stateSpans({ ...range, samples, thresholds, states: [], alerts: [silence] })
  expect(spans[4]).toEqual({ from: 60, to: 85, meaning: 'dismissed' })
})

test('what was closed by hand before the range, and had ended by then, leaves no trace in it', () => {
  const before = { ...closedByHand, since: at(-90), openedAt: at(-90), firedAt: at(-80) }
  const ended = { ...before, closedAt: at(-50) }
  const calm = { ...range, samples: heard, thresholds, states: [] }
  expect(stateSpans({ ...calm, alerts: [ended] })).toEqual(stateSpans({ ...calm, alerts: [] }))
  const stands = { ...ended, isDismissed: true }
  expect(stateSpans({ ...calm, alerts: [stands] })).toEqual([
    { from: 0, to: 100, meaning: 'dismissed' },
  ])
})

test('a pause ends what was closed by hand, as it ends alerts', () => {
  const samples = [...heard, { at: at(65), seconds: 412 }, { at: at(95), seconds: 412 }]
  const states = [
    { at: at(10), state: 'running' as const },
    { at: at(70), state: 'paused' as const },
  ]
  const spans = stateSpans({ ...range, samples, thresholds, states, alerts: [closedByHand] })
  expect(spans.slice(4)).toEqual([
    { from: 60, to: 70, meaning: 'dismissed' },
    { from: 70, to: 100, meaning: 'unknown' },
  ])
})
