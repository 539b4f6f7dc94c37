import { type Admission, admit, type Claims } from '@highwater/core/sign-in'
import { isNull } from 'drizzle-orm'
import type { Transaction } from '../../client/connect.ts'
import { department } from '../../schema/index.ts'
import { type KnownProvider, readSignInPolicy } from './known-provider.ts'

/** What the rules, as they stand in this transaction, make of somebody's claims. */
export async function admitClaims(
  tx: Transaction,
  { key, groupsClaim }: Pick<KnownProvider, 'key' | 'groupsClaim'>,
  claims: Claims,
): Promise<Admission> {
  const policy = await readSignInPolicy(tx)
  const living = await tx
    .select({ id: department.id })
    .from(department)
    .where(isNull(department.deletedAt))
  const presented = { provider: key, groupsClaim, claims }
  return admit(policy, presented, new Set(living.map(({ id }) => id)))
}
