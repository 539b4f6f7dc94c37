import { expect, it } from 'vitest'
import { readCode } from '../outcome/code-table.ts'
import { listedWord, rows } from './codes.ts'

it.each([
  ['invalid_payload', 'content', 'malformed-request'],
  ['no_text', 'content', 'malformed-request'],
  ['too_many_attachments', 'content', 'malformed-request'],
  ['user_not_found', 'content', 'person-unknown'],
  ['action_prohibited', 'settings', 'posting-prohibited'],
  ['invalid_token', 'credentials', 'webhook-revoked'],
  ['no_service', 'credentials', 'webhook-revoked'],
  ['no_team', 'credentials', 'webhook-revoked'],
  ['channel_not_found', 'settings', 'conversation-missing'],
  ['channel_is_archived', 'settings', 'conversation-archived'],
])('the word %s is rejected for its %s: %s', (word, fault, reason) => {
  expect(listedWord(`${word}\n`)).toBe(word)
  expect(readCode(rows, word, '')).toEqual({ kind: 'rejected', fault, reason })
})

it('a roll-up that fails passes by itself, and other words are nobody’s', () => {
  expect(readCode(rows, 'rollup_error', '')).toMatchObject({ kind: 'transient' })
  for (const text of ['', 'ok', '<html>', 'okay']) expect(listedWord(text)).toBeNull()
})
