import { instant, millis, minutes, seconds } from '@highwater/core'
import { expect, test } from 'vitest'
import { inLanguage } from './in-language.fixture.ts'
import { type AlertFacts, useAlertSentence } from './use-alert-sentence.ts'

const at = instant(Date.UTC(2026, 0, 2, 12))
const facts: AlertFacts = {
  event: 'sync_delay',
  state: 'firing',
  since: at,
  firedAt: at,
  recoveringSince: null,
  resolvesAt: null,
  closedAt: null,
  observedMs: seconds(412),
  thresholdMs: seconds(60),
  stale: false,
  detail: null,
  particulars: null,
}

function Sentence({ alert }: { readonly alert: AlertFacts }) {
  return useAlertSentence()(alert, at + minutes(2))
}
const said = (changes: Partial<AlertFacts>) =>
  inLanguage('en', Sentence, { alert: { ...facts, ...changes } })

test('a firing alert tells its figure, its limit and how long it has lasted', () => {
  expect(said({})).toBe('6 min 52 s behind, limit 1 min, for 2 min')
  expect(said({ observedMs: millis(60_001) })).toBe('1 min 1 s behind, limit 1 min, for 2 min')
})

test('a closed alert claims no figure that was never told', () => {
  const closedAt = instant(at + minutes(5))
  expect(said({ state: 'closed', closedAt })).toBe('beyond its limit of 1 min, lasted 5 min')
})

test('a source that is down says why, where it is known', () => {
  expect(said({ event: 'source_down' })).toBe('nothing from this source for 2 min')
  const detail = 'password authentication failed'
  expect(said({ event: 'source_down', detail })).toBe(
    'nothing from this source for 2 min (password authentication failed)',
  )
})
