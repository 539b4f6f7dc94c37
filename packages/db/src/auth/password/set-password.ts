import type { Instant, UserId } from '@highwater/core'
import { eq, sql } from 'drizzle-orm'
import type { Transaction } from '../../client/connect.ts'
import { account } from '../../schema/index.ts'
import { hashPassword } from './hash-password.ts'
import { voidResetLinks } from './void-reset-links.ts'

/**
 * Puts a password in force: whoever was locked out may try again, and links that were sent to choose
 * another are void.
 */
export async function setPassword(
  tx: Transaction,
  userId: UserId,
  password: string,
  { mustChange, now }: { readonly mustChange: boolean; readonly now: Instant },
): Promise<void> {
  await tx
    .update(account)
    .set({
      passwordHash: await hashPassword(password),
      passwordChangedAt: now,
      passwordMustChange: mustChange,
      failedSignIns: 0,
      lockedUntil: null,
      version: sql`${account.version} + 1`,
    })
    .where(eq(account.id, userId))
  await voidResetLinks(tx, userId, now)
}
