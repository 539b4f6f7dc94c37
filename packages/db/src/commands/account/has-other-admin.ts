import type { UserId } from '@highwater/core'
import { and, eq, isNull, ne, sql } from 'drizzle-orm'
import type { Transaction } from '../../client/connect.ts'
import { account, identity, signInPolicy } from '../../schema/index.ts'

/**
 * Whether an active admin would be left without this one who can come in, by a password or a provider
 * that they have come through; where passwords are off and this one keeps theirs, another who does.
 * Lock the installation to rely on it.
 */
export async function hasOtherAdmin(tx: Transaction, user: UserId): Promise<boolean> {
  const standsIn = sql`(${account.isBreakGlass}
    or not exists (select from ${account} one where one.id = ${user} and one.is_break_glass)
    or exists (select from ${signInPolicy} where local_sign_in))`
  const canComeIn = sql`(${account.passwordHash} is not null
    or exists (select from ${identity} one where one.user_id = ${account.id}))`
  const others = await tx
    .select({ id: account.id })
    .from(account)
    .where(
      and(
        eq(account.role, 'admin'),
        isNull(account.disabledAt),
        ne(account.id, user),
        canComeIn,
        standsIn,
      ),
    )
    .limit(1)
  return others.length > 0
}
