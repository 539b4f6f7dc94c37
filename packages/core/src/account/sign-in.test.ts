import { expect, test } from 'vitest'
import { locales } from '../locale.ts'
import { hours, instant, minutes, plus } from '../time.ts'
import { countedAddress } from './counted-address.ts'
import { addressAfterFailure, lockoutAfter } from './lockout.ts'
import { sessionEnd } from './session-life.ts'
import { againstPassword, signInRefusals, signInRefusalTexts } from './sign-in-refusal.ts'
import { missingStep, type SignInFacts } from './sign-in-step.ts'

const now = instant(1_800_000_000_000)

const plain: SignInFacts = {
  role: 'user',
  hasSecondFactor: false,
  passwordMustChange: false,
  passwordChangedAt: now,
  passwordDays: 0,
  secondFactorFor: 'nobody',
  now,
}

test('a lock begins with the fifth failure and doubles up to the longest', () => {
  const rule = { failures: 5, longest: minutes(60) }
  const lengths = [1, 4, 5, 6, 10, 11, 500].map((failures) => lockoutAfter(failures, rule))
  expect(lengths).toEqual([null, null, 60_000, 120_000, 1_920_000, 3_600_000, 3_600_000])
})

test('an address is counted on while it keeps failing, and anew after an hour of quiet', () => {
  const rule = { failures: 2, longest: minutes(10) }
  const first = addressAfterFailure(null, rule, now)
  expect(first).toEqual({ failures: 1, lastFailedAt: now, lockedUntil: null })
  const second = addressAfterFailure(first, rule, plus(now, minutes(59)))
  expect(second).toMatchObject({ failures: 2, lockedUntil: plus(now, minutes(60)) })
  expect(addressAfterFailure(second, rule, plus(now, hours(3)))).toMatchObject({ failures: 1 })
})

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['2001:db8:7:1:aaaa:bbbb:cccc:dddd', '2001:db8:7:1::/64'],
  ['2001:DB8:0007:1::42', '2001:db8:7:1::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['fe80::', 'fe80:0:0:0::/64'],
])('%s is counted as %s', (ip, counted) => {
  expect(countedAddress(ip)).toBe(counted)
})

test('nothing is missing from a plain sign-in', () => {
  expect(missingStep(plain, [])).toBeNull()
})

test('the second factor comes before the new password', () => {
  const facts = { ...plain, hasSecondFactor: true, passwordMustChange: true }
  expect(missingStep(facts, [])).toBe('second_factor')
  expect(missingStep(facts, ['second_factor'])).toBe('new_password')
  expect(missingStep(facts, ['second_factor', 'new_password'])).toBeNull()
})

test('whoever must have a second factor sets it up before they are in', () => {
  const forAdmins = { ...plain, secondFactorFor: 'admins' as const }
  expect(missingStep(forAdmins, [])).toBeNull()
  expect(missingStep({ ...forAdmins, role: 'admin' }, [])).toBe('set_up_second_factor')
  expect(missingStep({ ...plain, secondFactorFor: 'everybody' }, [])).toBe('set_up_second_factor')
})

test('a password expires to the day, unless nobody knows how old it is', () => {
  const facts = { ...plain, passwordDays: 90, now: plus(now, hours(24 * 90)) }
  expect(missingStep(facts, [])).toBe('new_password')
  expect(missingStep({ ...facts, now: plus(now, hours(24 * 90 - 1)) }, [])).toBeNull()
  expect(missingStep({ ...facts, passwordChangedAt: null }, [])).toBeNull()
})

test('a session ends when it idles or when its days are over, whichever is first', () => {
  const limits = { sessionIdleMinutes: 60, sessionAtMostHours: 10 }
  const early = { createdAt: now, lastSeenAt: plus(now, hours(1)) }
  expect(sessionEnd(early, limits)).toBe(plus(now, hours(2)))
  const late = { createdAt: now, lastSeenAt: plus(now, minutes(9.5 * 60)) }
  expect(sessionEnd(late, limits)).toBe(plus(now, hours(10)))
})

test('a right password is refused for the first reason that holds', () => {
  const facts = { isDisabled: false, mayUsePassword: true, initialPasswordHasExpired: false }
  expect(againstPassword(facts)).toBeNull()
  expect(againstPassword({ ...facts, initialPasswordHasExpired: true })).toBe(
    'initial_password_expired',
  )
  expect(againstPassword({ ...facts, mayUsePassword: false })).toBe('local_sign_in_off')
  expect(againstPassword({ ...facts, isDisabled: true, mayUsePassword: false })).toBe('disabled')
})

test('every refusal is explained in every language', () => {
  for (const refusal of signInRefusals) {
    for (const locale of locales) expect(signInRefusalTexts[refusal][locale]).not.toBe('')
  }
})
