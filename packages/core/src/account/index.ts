export { countedAddress } from './counted-address.ts'
export { firstNames } from './first-names.ts'
export {
  type AddressRecord,
  addressAfterFailure,
  type LockoutRule,
  lockoutAfter,
} from './lockout.ts'
export { changePasswordInput, displayName, email, newPassword, setUpInput } from './schema.ts'
export { recoveryCodeCount, type SecondFactorScope, secondFactorScopes } from './second-factor.ts'
export { sessionEnd } from './session-life.ts'
export {
  againstPassword,
  type PasswordFacts,
  type SignInRefusal,
  signInRefusals,
  signInRefusalTexts,
} from './sign-in-refusal.ts'
export {
  missingStep,
  needsSecondFactor,
  passwordHasExpired,
  type SignInFacts,
  type SignInStep,
  signInSteps,
} from './sign-in-step.ts'
export { userFields } from './user-fields.ts'
