export { actorOfToken, type PresentedToken, type TokenHolder } from './actor-of-token.ts'
export { ensureAdmin } from './ensure-admin.ts'
export type { SignInResult } from './let-in.ts'
export { type LocalPolicy, readLocalPolicy } from './local-policy.ts'
export { isResetLink, redeemPasswordReset } from './password/redeem-reset.ts'
export { requestPasswordReset } from './password/request-reset.ts'
export {
  type CheckAnswer,
  type DueCheck,
  settleCheck,
  takeCheck,
} from './provider/check-session.ts'
export { isBorne } from './provider/check-time.ts'
export { type EndReason, endUncheckedSession } from './provider/end-session.ts'
export {
  findProvider,
  type KnownProvider,
  listWaysIn,
  readSignInPolicy,
} from './provider/known-provider.ts'
export type { GrantedTokens, PresentedIdentity } from './provider/presented-identity.ts'
export { type ProviderSignIn, signInByProvider } from './provider/sign-in-by-provider.ts'
export { takeGrant } from './provider/take-grant.ts'
export { readSession, type SignedIn } from './session.ts'
export {
  beginSetUpAtSignIn,
  confirmSetUpAtSignIn,
  leaveSetUpAtSignIn,
} from './set-up-at-sign-in.ts'
export { setUpNeeded } from './set-up-needed.ts'
export { type Credentials, signIn } from './sign-in.ts'
export { signOut } from './sign-out.ts'
export { passSecondFactor, replacePassword } from './take-step.ts'
export { readUnfinishedSignIn, type UnfinishedSignIn } from './unfinished-session.ts'
