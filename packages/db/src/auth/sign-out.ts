import { isId, type SessionId } from '@highwater/core'
import { and, eq, isNull } from 'drizzle-orm'
import type { Database } from '../client/connect.ts'
import { readNow } from '../client/now.ts'
import type { Sealer } from '../client/secrets.ts'
import { publish } from '../client/topics.ts'
import { auditOf } from '../commands/audit-terms.ts'
import type { RequestOrigin } from '../commands/context.ts'
import { recordAudit } from '../commands/record-audit.ts'
import { account, session } from '../schema/index.ts'
import { actorOfAccount } from './actor-of-account.ts'

interface SigningOut {
  readonly sessionId: string
  readonly origin: RequestOrigin
  /** Seals the audit entry. */
  readonly sealer: Sealer
}

/** Ends a session on behalf of whoever holds it; one that is over already stays as it is. */
export async function signOut(
  db: Database,
  { sessionId, origin, sealer }: SigningOut,
): Promise<void> {
  if (!isId(sessionId)) return
  await db.orm.transaction(async (tx) => {
    const now = await readNow(tx)
    const [ended] = await tx
      .update(session)
      .set({ revokedAt: now })
      .where(and(eq(session.id, sessionId as SessionId), isNull(session.revokedAt)))
      .returning({ id: session.id, userId: session.userId })
    if (!ended) return
    const [person] = await tx.select().from(account).where(eq(account.id, ended.userId))
    if (!person) return
    const actor = await actorOfAccount(tx, person)
    const subject = { id: person.id, name: person.email }
    const initiator = { actor, actorName: person.displayName, origin, sealer, now }
    const draft = auditOf('sign_out', subject, {})
    await recordAudit(tx, initiator, 'sign_out', { subject }, [draft])
    await publish(tx, ['sessions', 'audit'])
  })
}
