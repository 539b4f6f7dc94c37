import type { UserId } from '@highwater/core'
import { and, eq, isNull, ne } from 'drizzle-orm'
import type { Transaction } from '../../client/connect.ts'
import { account } from '../../schema/index.ts'

/** Whether an active admin would be left without this one. Lock the installation to rely on it. */
export async function hasOtherAdmin(tx: Transaction, user: UserId): Promise<boolean> {
  const others = await tx
    .select({ id: account.id })
    .from(account)
    .where(and(eq(account.role, 'admin'), isNull(account.disabledAt), ne(account.id, user)))
    .limit(1)
  return others.length > 0
}
