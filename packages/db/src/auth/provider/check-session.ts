import { type Instant, minutes, type SessionId } from '@highwater/core'
import type { Claims } from '@highwater/core/sign-in'
import { and, eq, sql } from 'drizzle-orm'
import type { Database } from '../../client/connect.ts'
import { readNow } from '../../client/now.ts'
import type { Sealer } from '../../client/secrets.ts'
import { lockInstallation } from '../../commands/lock-installation.ts'
import { sessionGrant } from '../../schema/index.ts'
import { admitClaims } from './admit-claims.ts'
import { nextCheck } from './check-time.ts'
import { checkInitiator, endSession, holderOf } from './end-session.ts'
import type { KnownProvider } from './known-provider.ts'
import { noteRights } from './note-rights.ts'
import { type GrantedTokens, openTokens, sealTokens } from './presented-identity.ts'
import { settleRights, takeBackRights } from './settle-rights.ts'

/** While one request asks the provider, the others go on as before; a lost one is made up for. */
const lease = minutes(1)

/** A session whose rights are due to be asked for again. */
export interface DueCheck {
  readonly sessionId: SessionId
  readonly provider: string
  readonly subject: string
  readonly tokens: GrantedTokens
  /** Whether a provider is the one that has given the tokens. */
  readonly isOf: (provider: KnownProvider) => boolean
  readonly checkedAt: Instant
  readonly now: Instant
}

/** Takes the check of a session on itself; null when it is not due or somebody else is at it. */
export async function takeCheck(
  db: Database,
  sealer: Sealer,
  sessionId: SessionId,
): Promise<DueCheck | null> {
  const [row] = await db.orm
    .update(sessionGrant)
    .set({ checkAt: sql`now() + ${`${lease} milliseconds`}::interval` })
    .where(and(eq(sessionGrant.sessionId, sessionId), sql`${sessionGrant.checkAt} <= now()`))
    .returning({
      provider: sessionGrant.provider,
      subject: sessionGrant.subject,
      sealedTokens: sessionGrant.sealedTokens,
      checkedAt: sessionGrant.checkedAt,
      now: sql<Instant>`now()`,
    })
  if (!row) return null
  const { sealedTokens, ...grant } = row
  return { sessionId, ...grant, ...openTokens(sealedTokens, sealer) }
}

/** What the provider says now: the rights follow it, or the session ends. */
export interface CheckAnswer {
  readonly sessionId: SessionId
  readonly provider: KnownProvider
  readonly subject: string
  readonly claims: Claims
  readonly tokens: GrantedTokens
}

/** Gives somebody signed in the rights that today's claims and rules give, or ends their session. */
export async function settleCheck(
  db: Database,
  sealer: Sealer,
  { sessionId, provider, subject, claims, tokens }: CheckAnswer,
): Promise<void> {
  await db.orm.transaction(async (tx) => {
    await lockInstallation(tx)
    const now = await readNow(tx)
    const holder = await holderOf(tx, sessionId)
    if (holder === null) return
    const admission = await admitClaims(tx, provider, claims)
    const who = { provider, subject }
    const about = { id: holder.id, name: holder.email }
    const initiator = { ...checkInitiator(sealer), now }
    if (!admission.admitted) {
      await noteRights(tx, initiator, about, await takeBackRights(tx, holder.id, who))
      await endSession(tx, sealer, { sessionId, holder, because: admission.because, now })
      return
    }
    await tx
      .update(sessionGrant)
      .set({
        sealedTokens: sealTokens(tokens, provider, sealer),
        checkedAt: now,
        checkAt: nextCheck(provider, tokens, now),
      })
      .where(eq(sessionGrant.sessionId, sessionId))
    await noteRights(tx, initiator, about, await settleRights(tx, holder.id, who, admission))
  })
}
