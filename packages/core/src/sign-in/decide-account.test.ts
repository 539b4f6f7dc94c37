import { describe, expect, it } from 'vitest'
import type { UserId } from '../ids.ts'
import { decideAccount } from './decide-account.ts'
import { providerRefusals, providerRefusalTexts } from './provider-refusal.ts'

const someone = { id: 'wu' as UserId, isDisabled: false }
const disabled = { id: 'li' as UserId, isDisabled: true }
const nobody = { known: null, sameEmail: null }
const strict = { vouchesForEmail: false, linksByEmail: false }
const linking = { ...strict, linksByEmail: true }
const verified = { email: 'Wu@Example.com', email_verified: true, name: 'Wu Min' }

describe('finding the account of somebody a provider has identified', () => {
  it('needs no address once the identity is known', () => {
    expect(decideAccount({}, { known: someone, sameEmail: null }, strict)).toEqual({
      way: 'enter',
      user: someone.id,
    })
  })

  it('makes an account of a verified address, in lower case', () => {
    expect(decideAccount(verified, nobody, strict)).toEqual({
      way: 'provision',
      email: 'wu@example.com',
      displayName: 'Wu Min',
    })
  })

  it.each([
    ['no address', {}, nobody, linking, 'email_missing'],
    [
      'an address that says nothing of its check',
      { email: 'a@b.cn' },
      nobody,
      linking,
      'email_unverified',
    ],
    [
      'an address known to be unchecked',
      { ...verified, email_verified: false },
      { known: null, sameEmail: someone },
      { vouchesForEmail: true, linksByEmail: true },
      'email_unverified',
    ],
    [
      'an address that is taken while linking is off',
      verified,
      { known: null, sameEmail: someone },
      strict,
      'account_exists',
    ],
    ['a disabled identity', verified, { known: disabled, sameEmail: null }, linking, 'disabled'],
    [
      'a disabled account to link with',
      verified,
      { known: null, sameEmail: disabled },
      linking,
      'disabled',
    ],
  ] as const)('refuses %s', (_what, claims, candidates, trust, because) => {
    expect(decideAccount(claims, candidates, trust)).toEqual({ way: 'refuse', because })
  })

  it('links by a verified address where the provider may', () => {
    expect(decideAccount(verified, { known: null, sameEmail: someone }, linking)).toEqual({
      way: 'link',
      user: someone.id,
    })
  })

  it('takes the word of a provider that never says what it checks', () => {
    const vouching = { ...strict, vouchesForEmail: true }
    expect(decideAccount({ email: 'a@b.cn' }, nobody, vouching)).toMatchObject({ way: 'provision' })
  })
})

it('explains every refusal in both languages', () => {
  for (const refusal of providerRefusals) {
    expect(Object.values(providerRefusalTexts[refusal]).every((text) => text.length > 5)).toBe(true)
  }
})
