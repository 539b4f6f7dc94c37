import type { AlertId, Instant } from '@highwater/core'
import type { ChartAlert } from '@highwater/db/queries'
import { expect, test } from 'vitest'
import { stateSpans } from './state-spans.ts'

const at = (moment: number) => moment as Instant
const range = { from: at(0), to: at(100) }
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
  ...times,
})

test('nothing is known before the first signal, and all is quiet after it', () => {
  expect(stateSpans({ ...range, samples: heard, states: [], alerts: [] })).toEqual([
    { from: 0, to: 10, meaning: 'unknown' },
    { from: 10, to: 100, meaning: 'quiet' },
  ])
})

test('an open alert is pending from its breach, firing from its first message until now', () => {
  const spans = stateSpans({ ...range, samples: heard, states: [], alerts: [alert({})] })
  expect(spans.slice(2)).toEqual([
    { from: 40, to: 50, meaning: 'pending' },
    { from: 50, to: 100, meaning: 'firing' },
  ])
})

test('a closed alert recovers and leaves quiet behind', () => {
  const closed = alert({ recoveringSince: at(70), closedAt: at(80) })
  const spans = stateSpans({ ...range, samples: heard, states: [], alerts: [closed] })
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
  const spans = stateSpans({ ...range, samples: [], states, alerts: [] })
  expect(spans).toEqual([
    { from: 0, to: 10, meaning: 'unknown' },
    { from: 10, to: 60, meaning: 'quiet' },
    { from: 60, to: 100, meaning: 'unknown' },
  ])
})
