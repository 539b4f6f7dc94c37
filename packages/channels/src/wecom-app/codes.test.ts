import { describe, expect, it } from 'vitest'
import { isTokenCode, sendVerdictOf, tokenVerdictOf } from './codes.ts'

describe('the codes of a WeCom application', () => {
  it.each([
    [40014, 'credentials', 'token-refused'],
    [42001, 'credentials', 'token-refused'],
    [40001, 'credentials', 'token-refused'],
    [40056, 'settings', 'wrong-agent'],
    [301002, 'settings', 'wrong-agent'],
    [60020, 'settings', 'source-address-refused'],
    [60011, 'settings', 'app-not-permitted'],
    [81013, 'recipient', 'nobody-reachable'],
    [45002, 'content', 'too-long'],
    [41001, 'content', 'malformed-request'],
    [12345, 'content', 'unlisted-code'],
  ] as const)('%i of a message is rejected for its %s: %s', (code, fault, reason) => {
    expect(sendVerdictOf(code, '')).toEqual({ kind: 'rejected', fault, reason })
  })

  it.each([40001, 40004, 40013, 40091, 41002, 48002])(
    '%i of a token is a matter of credentials',
    (code) => {
      expect(tokenVerdictOf(code, '')).toMatchObject({
        fault: 'credentials',
        reason: 'corp-credentials-refused',
      })
    },
  )

  it.each([45009, 45033])('%i pauses the application for a minute', (code) => {
    expect(sendVerdictOf(code, '')).toMatchObject({ kind: 'throttled', penalty: 60_000 })
    expect(tokenVerdictOf(code, '')).toMatchObject({ kind: 'throttled', penalty: 60_000 })
  })

  it('-1 passes by itself, and 0 is delivered', () => {
    expect(sendVerdictOf(-1, '')).toMatchObject({ kind: 'transient' })
    expect(tokenVerdictOf(-1, '')).toMatchObject({ kind: 'transient' })
    expect(sendVerdictOf(0, 'ok')).toEqual({ kind: 'delivered' })
  })

  it('a token ends in three ways', () => {
    expect([40001, 40014, 42001, 41001, 0].filter(isTokenCode)).toEqual([40001, 40014, 42001])
  })
})
