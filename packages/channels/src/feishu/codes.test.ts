import { describe, expect, it } from 'vitest'
import { verdictOf } from './codes.ts'

describe('the codes of a Feishu robot', () => {
  it.each([
    [9499, 'Bad Request', 'content', 'malformed-request'],
    [19002, 'params error, msg_type need', 'content', 'malformed-request'],
    [19001, 'param invalid: incoming webhook access token invalid', 'credentials', 'unknown-robot'],
    [19021, 'sign match fail or timestamp', 'credentials', 'signature-or-clock'],
    [19022, 'Ip Not Allowed', 'settings', 'source-address-refused'],
    [19024, 'Key Words Not Found', 'settings', 'keyword-missing'],
    [12345, 'success', 'content', 'unlisted-code'],
  ] as const)('%i “%s” is rejected for its %s: %s', (code, text, fault, reason) => {
    expect(verdictOf(code, text)).toEqual({ kind: 'rejected', fault, reason })
  })

  it.each([
    [9499, 'too many request'],
    [11232, 'frequency limited'],
    [11247, ''],
    [99991400, 'request trigger frequency limit'],
  ])('%i “%s” pauses the robot for a minute', (code, text) => {
    expect(verdictOf(code, text)).toMatchObject({ kind: 'throttled', penalty: 60_000 })
  })

  it('0 is delivered', () => {
    expect(verdictOf(0, 'whatever')).toEqual({ kind: 'delivered' })
  })
})
