import type { UserId } from '@highwater/core'
import { and, eq, isNull, ne, sql } from 'drizzle-orm'
import type { Transaction } from '../../client/connect.ts'
import { account, signInPolicy } from '../../schema/index.ts'

/**
 * Whether an active admin would be left without this one; where passwords are off and this one keeps
 * theirs, another who does. Lock the installation to rely on it.
 */
export async function hasOtherAdmin(tx: Transaction, user: UserId): Promise<boolean> {
  const standsIn = sql`(${account.isBreakGlass}
    or not exists (select from ${account} one where one.id = ${user} and one.is_break_glass)
    or exists (select from ${signInPolicy} where local_sign_in))`
  const others = await tx
    .select({ id: account.id })
    .from(account)
    .where(
      and(eq(account.role, 'admin'), isNull(account.disabledAt), ne(account.id, user), standsIn),
    )
    .limit(1)
  return others.length > 0
}
