import type { Instant, SessionId, UserId } from '@highwater/core'
import { and, eq, isNull } from 'drizzle-orm'
import type { Database, Transaction } from '../../client/connect.ts'
import { readNow } from '../../client/now.ts'
import type { Sealer } from '../../client/secrets.ts'
import { publish } from '../../client/topics.ts'
import { auditOf } from '../../commands/audit-terms.ts'
import { type Initiator, recordAudit } from '../../commands/record-audit.ts'
import { account, session, sessionGrant } from '../../schema/index.ts'

/** Why a check ended a session. */
export type EndReason =
  | 'no_rule'
  | 'refused_by_rule'
  | 'refused_at_provider'
  | 'unchecked'
  | 'provider_unknown'

interface Holder {
  readonly id: UserId
  readonly email: string
}

/** Who a living session belongs to. */
export async function holderOf(tx: Transaction, sessionId: SessionId): Promise<Holder | null> {
  const [row] = await tx
    .select({ id: account.id, email: account.email })
    .from(session)
    .innerJoin(account, eq(account.id, session.userId))
    .where(and(eq(session.id, sessionId), isNull(session.revokedAt)))
  return row ?? null
}

/** Rights are checked on nobody's behalf. */
export const checkInitiator = (sealer: Sealer): Initiator => ({
  actor: { type: 'system', job: 'sign-in check' },
  actorName: 'sign-in check',
  origin: { id: 'sign-in-check', ip: null, userAgent: null },
  sealer,
})

interface Ended {
  readonly sessionId: SessionId
  readonly holder: Holder
  readonly because: EndReason
  readonly now: Instant
}

export async function endSession(
  tx: Transaction,
  sealer: Sealer,
  { sessionId, holder, because, now }: Ended,
): Promise<void> {
  await tx.update(session).set({ revokedAt: now }).where(eq(session.id, sessionId))
  await tx.delete(sessionGrant).where(eq(sessionGrant.sessionId, sessionId))
  const subject = { id: holder.id, name: holder.email }
  const draft = auditOf('session.revoke', subject, { after: { because } })
  await recordAudit(tx, { ...checkInitiator(sealer), now }, 'session.revoke', { subject }, [draft])
  await publish(tx, ['sessions', 'audit'])
}

/** Ends a session for which the provider no longer stands. */
export async function endUncheckedSession(
  db: Database,
  sealer: Sealer,
  sessionId: SessionId,
  because: EndReason,
): Promise<void> {
  await db.orm.transaction(async (tx) => {
    const now = await readNow(tx)
    const holder = await holderOf(tx, sessionId)
    if (holder !== null) await endSession(tx, sealer, { sessionId, holder, because, now })
  })
}
