import { expect, it } from 'vitest'
import { readCode } from '../outcome/code-table.ts'
import { hiddenStatus, rows } from './codes.ts'

it.each([
  [400, 'content', 'malformed-request'],
  [401, 'credentials', 'flow-refused'],
  [403, 'credentials', 'flow-refused'],
  [404, 'settings', 'flow-missing'],
  [410, 'settings', 'flow-missing'],
  [413, 'content', 'too-long'],
])('the status %i is rejected for its %s: %s', (status, fault, reason) => {
  expect(readCode(rows, status, '')).toEqual({ kind: 'rejected', fault, reason })
})

it('too many messages wait a minute', () => {
  expect(readCode(rows, 429, '')).toMatchObject({ kind: 'throttled', penalty: 60_000 })
})

it.each([
  ['Webhook message delivery failed: Microsoft Teams endpoint returned HTTP error 429', 429],
  ['returned HTTP error 413 with ContextId', 413],
  ['1', null],
  ['', null],
])('“%s” hides the status %s', (text, status) => {
  expect(hiddenStatus(text)).toBe(status)
})
