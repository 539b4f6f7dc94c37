import { email as emailInput } from '../account/schema.ts'
import type { UserId } from '../ids.ts'
import { plainNameOf } from '../plain-name.ts'
import { type Claims, valuesOf } from './claims.ts'
import type { ProviderSettings } from './provider.ts'
import type { ProviderRefusal } from './provider-refusal.ts'

/** An account that a person may turn out to be. */
export interface Candidate {
  readonly id: UserId
  readonly isDisabled: boolean
}

export interface Candidates {
  /** Whose identity at this provider this is already. */
  readonly known: Candidate | null
  /** Who has the address that the provider tells. */
  readonly sameEmail: Candidate | null
}

export type AccountDecision =
  | { readonly way: 'enter' | 'link'; readonly user: UserId }
  | { readonly way: 'provision'; readonly email: string; readonly displayName: string }
  | { readonly way: 'refuse'; readonly because: ProviderRefusal }

type Trust = Pick<ProviderSettings, 'vouchesForEmail' | 'linksByEmail'>

const refuse = (because: ProviderRefusal): AccountDecision => ({ way: 'refuse', because })

/** The address that a provider tells, in the form in which accounts have it. */
export const emailIn = (claims: Claims): string | null =>
  emailInput.safeParse(claims.email).data ?? null

/** Some providers send the boolean as text. */
const isVerified = (claims: Claims, { vouchesForEmail }: Trust): boolean =>
  claims.email_verified === true ||
  claims.email_verified === 'true' ||
  (vouchesForEmail && claims.email_verified === undefined)

/** Whoever has no name is called by their address. */
function nameIn(claims: Claims, email: string): string {
  const [name] = ['name', 'preferred_username', 'nickname']
    .flatMap((claim) => valuesOf(claims, claim) ?? [])
    .map(plainNameOf)
    .filter((text) => text !== '')
  return (name ?? email).slice(0, 64)
}

/**
 * Which account somebody is. A known identity needs no address. An unknown one needs a verified
 * address, and becomes an existing account only where the provider may link.
 */
export function decideAccount(
  claims: Claims,
  { known, sameEmail }: Candidates,
  trust: Trust,
): AccountDecision {
  if (known) return known.isDisabled ? refuse('disabled') : { way: 'enter', user: known.id }
  const email = emailIn(claims)
  if (email === null) return refuse('email_missing')
  if (!isVerified(claims, trust)) return refuse('email_unverified')
  if (!sameEmail) return { way: 'provision', email, displayName: nameIn(claims, email) }
  if (!trust.linksByEmail) return refuse('account_exists')
  return sameEmail.isDisabled ? refuse('disabled') : { way: 'link', user: sameEmail.id }
}
