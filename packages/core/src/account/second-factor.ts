/** Who has to prove themselves a second time when they sign in with a password. */
export const secondFactorScopes = ['nobody', 'admins', 'everybody'] as const
export type SecondFactorScope = (typeof secondFactorScopes)[number]

/** How many recovery codes a person gets; each lets them in once without their device. */
export const recoveryCodeCount = 10
