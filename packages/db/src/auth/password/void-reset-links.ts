import type { Instant, UserId } from '@highwater/core'
import { and, eq, isNull } from 'drizzle-orm'
import type { Transaction } from '../../client/connect.ts'
import { passwordReset } from '../../schema/index.ts'

/** Links that were sent to choose another password hold no longer. */
export async function voidResetLinks(tx: Transaction, userId: UserId, now: Instant): Promise<void> {
  await tx
    .update(passwordReset)
    .set({ usedAt: now })
    .where(and(eq(passwordReset.userId, userId), isNull(passwordReset.usedAt)))
}
