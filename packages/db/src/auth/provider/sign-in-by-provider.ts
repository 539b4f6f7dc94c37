import type { Instant, UserId } from '@highwater/core'
import type { AuditDraft } from '@highwater/core/audit'
import {
  type AccountDecision,
  type Admission,
  decideAccount,
  emailIn,
  type ProviderRefusal,
} from '@highwater/core/sign-in'
import { eq } from 'drizzle-orm'
import type { Database, Transaction } from '../../client/connect.ts'
import { newId } from '../../client/new-id.ts'
import { readNow } from '../../client/now.ts'
import { publish } from '../../client/topics.ts'
import type { setRights } from '../../commands/account/set-rights.ts'
import { auditOf } from '../../commands/audit-terms.ts'
import { lockInstallation } from '../../commands/lock-installation.ts'
import { recordAudit } from '../../commands/record-audit.ts'
import { account, identity, sessionGrant } from '../../schema/index.ts'
import { actorOfAccount } from '../actor-of-account.ts'
import { openSession, type SignedIn } from '../session.ts'
import { admitClaims } from './admit-claims.ts'
import { nextCheck } from './check-time.ts'
import { checkInitiator } from './end-session.ts'
import { findCandidates, isIdentity } from './find-candidates.ts'
import { noteRights } from './note-rights.ts'
import { type PresentedIdentity, sealTokens } from './presented-identity.ts'
import { refuseByProvider } from './refuse-by-provider.ts'
import { settleRights, takeBackRights } from './settle-rights.ts'

export type ProviderSignIn =
  | ({ readonly ok: true } & SignedIn)
  | { readonly ok: false; readonly reason: ProviderRefusal }

type Found = Exclude<AccountDecision, { way: 'refuse' }>
type Admitted = Extract<Admission, { admitted: true }>

type Judged =
  | { readonly ok: true; readonly decision: Found; readonly admission: Admitted }
  | { readonly ok: false; readonly reason: ProviderRefusal }

/** That an account is disabled outweighs the rules; that an address is unfit does not. */
function judge(decision: AccountDecision, admission: Admission): Judged {
  if (decision.way === 'refuse' && decision.because === 'disabled') {
    return { ok: false, reason: decision.because }
  }
  if (!admission.admitted) return { ok: false, reason: admission.because }
  if (decision.way === 'refuse') return { ok: false, reason: decision.because }
  return { ok: true, decision, admission }
}

/** Makes the account where there is none, and the identity where it is new. */
async function findOrMake(
  tx: Transaction,
  presented: PresentedIdentity,
  decision: Found,
  now: Instant,
): Promise<UserId> {
  const { provider, subject } = presented
  if (decision.way === 'enter') {
    await tx.update(identity).set({ lastSignInAt: now }).where(isIdentity(presented))
    return decision.user
  }
  const userId = decision.way === 'link' ? decision.user : newId<'user'>()
  if (decision.way === 'provision') {
    const { email, displayName } = decision
    const role = 'user' as const
    await tx.insert(account).values({ id: userId, email, displayName, role, createdAt: now })
  }
  const { key, issuer } = provider
  const seen = { createdAt: now, lastSignInAt: now }
  await tx.insert(identity).values({ provider: key, issuer, subject, userId, ...seen })
  return userId
}

/** What the audit says besides that somebody came in. */
function draftsOf(
  decision: Found,
  subject: { readonly id: UserId; readonly name: string },
  provider: string,
  rights: Awaited<ReturnType<typeof setRights>>,
): AuditDraft[] {
  const about = { target: 'account', risk: 'critical' } as const
  const after = { provider, ...rights?.after }
  switch (decision.way) {
    case 'provision':
      return [auditOf('sign_in', subject, { after }, { ...about, operation: 'creation' })]
    case 'link':
      return [
        auditOf(
          'sign_in',
          subject,
          { before: { ...rights?.before }, after },
          { ...about, operation: 'modification' },
        ),
      ]
    case 'enter':
      return rights === null
        ? []
        : [auditOf('sign_in', subject, rights, { ...about, operation: 'modification' })]
  }
}

async function enter(
  tx: Transaction,
  presented: PresentedIdentity,
  decision: Found,
  admission: Admitted,
  now: Instant,
): Promise<ProviderSignIn> {
  const { provider, origin, sealer, tokens } = presented
  const userId = await findOrMake(tx, presented, decision, now)
  const rights = await settleRights(tx, userId, presented, admission)
  const [row] = await tx.select().from(account).where(eq(account.id, userId))
  if (!row) throw new Error('An account was not there right after it had been written.')
  const session = await openSession(tx, userId, origin, now)
  await tx.insert(sessionGrant).values({
    sessionId: session.id,
    provider: provider.key,
    subject: presented.subject,
    sealedTokens: sealTokens(tokens, provider, sealer),
    canRefresh: tokens.refreshToken !== null,
    checkAt: nextCheck(provider, tokens, now),
    checkedAt: now,
  })
  const actor = await actorOfAccount(tx, row)
  const subject = { id: userId, name: row.email }
  const initiator = { actor, actorName: row.displayName, origin, sealer, now }
  await recordAudit(tx, initiator, 'sign_in', { subject }, [
    ...draftsOf(decision, subject, provider.name, rights),
    auditOf('sign_in', subject, { after: { provider: provider.name } }),
  ])
  await publish(tx, ['sessions', 'people', 'audit'])
  const { id, email, displayName, role } = row
  return { ok: true, session, actor, account: { id, email, displayName, role } }
}

/** Whom the rules admit no more keeps nothing that they gave. */
async function takeBack(tx: Transaction, presented: PresentedIdentity, id: UserId, now: Instant) {
  const rights = await takeBackRights(tx, id, presented)
  const [row] = await tx.select({ email: account.email }).from(account).where(eq(account.id, id))
  const initiator = { ...checkInitiator(presented.sealer), now }
  await noteRights(tx, initiator, { id, name: row?.email ?? presented.subject }, rights)
}

/**
 * Lets in whom a provider has identified: by the account that the identity has, by one that is
 * linked, or by a new one, with the rights that follow from the claim rules today. One after the
 * other, so that two first sign-ins of one person make one account.
 */
export async function signInByProvider(
  db: Database,
  presented: PresentedIdentity,
): Promise<ProviderSignIn> {
  const { provider, claims } = presented
  return db.orm.transaction(async (tx) => {
    await lockInstallation(tx)
    const now = await readNow(tx)
    const decision = decideAccount(claims, await findCandidates(tx, presented), provider)
    const admission = await admitClaims(tx, provider, claims)
    const judged = judge(decision, admission)
    if (judged.ok) return enter(tx, presented, judged.decision, judged.admission, now)
    if (!admission.admitted && decision.way === 'enter') {
      await takeBack(tx, presented, decision.user, now)
    }
    const who = emailIn(claims) ?? presented.subject
    await refuseByProvider(tx, { ...presented, now }, provider, who, judged.reason)
    return judged
  })
}
