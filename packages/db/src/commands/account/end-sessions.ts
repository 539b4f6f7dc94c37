import type { Instant, SessionId, UserId } from '@highwater/core'
import { and, eq, isNull, ne } from 'drizzle-orm'
import type { Transaction } from '../../client/connect.ts'
import { session } from '../../schema/index.ts'

/** Ends the sessions of a person, all but the one to keep, and answers how many there were. */
export async function endSessions(
  tx: Transaction,
  userId: UserId,
  keep: SessionId | undefined,
  now: Instant,
): Promise<number> {
  const ended = await tx
    .update(session)
    .set({ revokedAt: now })
    .where(
      and(
        eq(session.userId, userId),
        isNull(session.revokedAt),
        keep === undefined ? undefined : ne(session.id, keep),
      ),
    )
    .returning({ id: session.id })
  return ended.length
}
