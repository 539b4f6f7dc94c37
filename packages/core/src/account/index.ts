export { changePasswordInput, displayName, email, newPassword, setUpInput } from './schema.ts'
export { recoveryCodeCount, type SecondFactorScope, secondFactorScopes } from './second-factor.ts'
export {
  missingStep,
  needsSecondFactor,
  passwordHasExpired,
  type SignInFacts,
  type SignInStep,
  signInSteps,
} from './sign-in-step.ts'
export { userFields } from './user-fields.ts'
