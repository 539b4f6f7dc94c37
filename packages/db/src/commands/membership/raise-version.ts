import type { UserId } from '@highwater/core'
import { eq, sql } from 'drizzle-orm'
import type { Transaction } from '../../client/connect.ts'
import { account } from '../../schema/index.ts'

/**
 * Rights belong to what is said of an account: whoever saves what they read before these changed is told
 * so, and does not bring the former ones back.
 */
export async function raiseVersion(tx: Transaction, user: UserId): Promise<void> {
  await tx
    .update(account)
    .set({ version: sql`${account.version} + 1` })
    .where(eq(account.id, user))
}
