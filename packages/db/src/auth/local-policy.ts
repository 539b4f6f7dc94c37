import type { SecondFactorScope } from '@highwater/core/account'
import type { Reader } from '../queries/reader.ts'
import { signInPolicy } from '../schema/index.ts'

export interface LocalPolicy {
  /** Off: only the accounts that may always use their password sign in with one. */
  readonly localSignIn: boolean
  readonly secondFactorFor: SecondFactorScope
}

/** What holds for signing in with a password. */
export async function readLocalPolicy(db: Reader): Promise<LocalPolicy> {
  const [row] = await db
    .select({
      localSignIn: signInPolicy.localSignIn,
      secondFactorFor: signInPolicy.secondFactorFor,
    })
    .from(signInPolicy)
  return row ?? { localSignIn: true, secondFactorFor: 'nobody' }
}
