import { expect, it } from 'vitest'
import { isMarkupFault, verdictOf } from './codes.ts'

it.each([
  [400, 'Bad Request: message is too long', 'content', 'too-long'],
  [400, 'Bad Request: chat not found', 'settings', 'chat-unknown'],
  [400, 'Bad Request: message thread not found', 'settings', 'chat-unknown'],
  [400, 'Bad Request: something odd', 'content', 'malformed-request'],
  [401, 'Unauthorized', 'credentials', 'bot-unknown'],
  [403, 'Forbidden: bot was blocked by the user', 'settings', 'bot-shut-out'],
  [403, 'Forbidden: bot was kicked from the supergroup chat', 'settings', 'bot-shut-out'],
  [400, 'Bad Request: need administrator rights in the channel chat', 'settings', 'bot-shut-out'],
  [400, 'Bad Request: have no write access to the chat', 'settings', 'bot-shut-out'],
  [400, 'Bad Request: TOPIC_CLOSED', 'settings', 'bot-shut-out'],
  [404, 'Not Found', 'credentials', 'bot-unknown'],
])('%i “%s” is rejected for its %s: %s', (code, text, fault, reason) => {
  expect(verdictOf(code, text)).toEqual({ kind: 'rejected', fault, reason })
})

it('too many requests are throttled and a failing server is tried again', () => {
  expect(verdictOf(429, 'Too Many Requests: retry after 9').kind).toBe('throttled')
  for (const code of [500, 502, 503, 504, 520]) expect(verdictOf(code, '').kind).toBe('transient')
})

it('markup that cannot be read is told by its words', () => {
  expect(isMarkupFault(400, "Bad Request: can't parse entities: Unsupported start tag")).toBe(true)
  expect(isMarkupFault(400, 'Bad Request: chat not found')).toBe(false)
})
