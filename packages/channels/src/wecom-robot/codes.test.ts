import { describe, expect, it } from 'vitest'
import { verdictOf } from './codes.ts'

describe('the codes of a WeCom robot', () => {
  it.each([
    [93000, 'invalid webhook url, hint: [1], from ip: 203.0.113.7', 'credentials', 'unknown-robot'],
    [93000, 'content exceed max length', 'content', 'too-long'],
    [
      40058,
      'markdown.content exceed max length 4096. invalid Request Parameter',
      'content',
      'too-long',
    ],
    [40058, 'invalid Request Parameter', 'content', 'malformed-request'],
    [45002, '', 'content', 'too-long'],
    [301024, '', 'content', 'too-long'],
    [40008, 'invalid message type', 'content', 'malformed-request'],
    [40033, '', 'content', 'malformed-request'],
    [44004, '', 'content', 'malformed-request'],
    [99999, 'ok', 'content', 'unlisted-code'],
  ] as const)('%i “%s” is rejected for its %s: %s', (code, text, fault, reason) => {
    expect(verdictOf(code, text)).toEqual({ kind: 'rejected', fault, reason })
  })

  it.each([
    [45009, 60_000],
    [45033, 10_000],
  ])('%i pauses the robot for %i ms', (code, penalty) => {
    expect(verdictOf(code, '')).toMatchObject({ kind: 'throttled', penalty })
  })

  it('-1 passes by itself, and 0 is delivered, with a warning where there is one', () => {
    expect(verdictOf(-1, '')).toMatchObject({ kind: 'transient' })
    expect(verdictOf(0, 'ok')).toEqual({ kind: 'delivered' })
    expect(verdictOf(0, 'ok. Warning: wrong json format. ')).toEqual({
      kind: 'delivered',
      reason: 'accepted-with-warning',
    })
  })
})
