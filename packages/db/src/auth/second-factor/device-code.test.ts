import { instant, plus, seconds } from '@highwater/core'
import { expect, test } from 'vitest'
import { codeAt, deviceUri, newDeviceSecret, periodOfCode } from './device-code.ts'

/** The secret of RFC 6238, appendix B: "12345678901234567890". */
const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'

test.each([
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_234_567_890, '005924'],
  [20_000_000_000, '353130'],
])('%i s after 1970 the code is that of the RFC', (at, code) => {
  const now = instant(at * 1_000)
  expect(codeAt(secret, now)).toBe(code)
  expect(periodOfCode(secret, code, now)).toBe(Math.floor(at / 30))
})

test('a code counts for half a minute before and after its own, and no longer', () => {
  const now = instant(1_800_000_000_000)
  const code = codeAt(secret, now)
  const period = 60_000_000
  expect(periodOfCode(secret, code, plus(now, seconds(59)))).toBe(period)
  expect(periodOfCode(secret, code, plus(now, seconds(-30)))).toBe(period)
  expect(periodOfCode(secret, code, plus(now, seconds(60)))).toBeNull()
  expect(periodOfCode(secret, 'abcdef', now)).toBeNull()
})

test('secrets are new each time, and the address names whose they are', () => {
  const [one, other] = [newDeviceSecret(), newDeviceSecret()]
  expect(one).toMatch(/^[A-Z2-7]{32}$/)
  expect(one).not.toBe(other)
  const uri = deviceUri(one, 'li.lei@example.com')
  expect(uri).toMatch(/^otpauth:\/\/totp\/Highwater:li\.lei(%40|@)example\.com\?/)
  expect(uri).toContain(`secret=${one}`)
})
