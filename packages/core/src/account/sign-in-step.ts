import type { GlobalRole } from '../permissions/actor.ts'
import { between, hours, type Instant } from '../time.ts'
import type { SecondFactorScope } from './second-factor.ts'

/** What a person who knows the password still has to do before they are signed in, in this order. */
export const signInSteps = ['second_factor', 'new_password', 'set_up_second_factor'] as const
export type SignInStep = (typeof signInSteps)[number]

/** What decides which steps a sign-in has to take. */
export interface SignInFacts {
  readonly role: GlobalRole
  readonly hasSecondFactor: boolean
  /** Whoever gave this password to the person knows it too. */
  readonly passwordMustChange: boolean
  readonly passwordChangedAt: Instant | null
  /** 0: passwords do not expire. */
  readonly passwordDays: number
  readonly secondFactorFor: SecondFactorScope
  readonly now: Instant
}

export const needsSecondFactor = (role: GlobalRole, scope: SecondFactorScope): boolean =>
  scope === 'everybody' || (scope === 'admins' && role === 'admin')

export function passwordHasExpired(
  changedAt: Instant | null,
  passwordDays: number,
  now: Instant,
): boolean {
  if (passwordDays === 0 || changedAt === null) return false
  return between(changedAt, now) >= hours(24 * passwordDays)
}

/**
 * The first step that is missing; null when the person is in. The second factor comes first: nobody
 * changes a password who has not proved twice whose it is.
 */
export function missingStep(facts: SignInFacts, passed: readonly SignInStep[]): SignInStep | null {
  const wanted: Readonly<Record<SignInStep, boolean>> = {
    second_factor: facts.hasSecondFactor,
    new_password:
      facts.passwordMustChange ||
      passwordHasExpired(facts.passwordChangedAt, facts.passwordDays, facts.now),
    set_up_second_factor:
      !facts.hasSecondFactor && needsSecondFactor(facts.role, facts.secondFactorFor),
  }
  return signInSteps.find((step) => wanted[step] && !passed.includes(step)) ?? null
}
