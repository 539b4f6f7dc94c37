import { between, type Instant, plus, toSeconds } from '@highwater/core'
import { email as emailInput } from '@highwater/core/account'
import { eq } from 'drizzle-orm'
import type { Database, Transaction } from '../client/connect.ts'
import { readNow } from '../client/now.ts'
import type { Sealer } from '../client/secrets.ts'
import { publish } from '../client/topics.ts'
import { auditOf } from '../commands/audit-terms.ts'
import type { RequestOrigin } from '../commands/context.ts'
import { recordAudit, recordRefusal } from '../commands/record-audit.ts'
import { account } from '../schema/index.ts'
import { actorOfAccount } from './actor-of-account.ts'
import { lockoutAfter } from './lockout.ts'
import { verifyPassword } from './password.ts'
import { openSession, type SignedIn } from './session.ts'

export interface Credentials {
  readonly email: string
  readonly password: string
  readonly origin: RequestOrigin
  /** Seals the audit entry. */
  readonly sealer: Sealer
}

export type SignInRefusal = 'wrong_credentials' | 'locked' | 'disabled'

export type SignInResult =
  | ({ readonly ok: true } & SignedIn)
  | { readonly ok: false; readonly reason: SignInRefusal; readonly retryAfterSeconds?: number }

type AccountRow = typeof account.$inferSelect
type Verdict =
  | { readonly ok: true; readonly row: AccountRow }
  | Extract<SignInResult, { ok: false }>

/** A disabled account is told so only to somebody who knows its password. */
function judge(row: AccountRow | undefined, isRight: boolean, now: Instant): Verdict {
  if (!row) return { ok: false, reason: 'wrong_credentials' }
  if (row.lockedUntil !== null && row.lockedUntil > now) {
    const retryAfterSeconds = Math.ceil(toSeconds(between(now, row.lockedUntil)))
    return { ok: false, reason: 'locked', retryAfterSeconds }
  }
  if (!isRight) return { ok: false, reason: 'wrong_credentials' }
  return row.disabledAt === null ? { ok: true, row } : { ok: false, reason: 'disabled' }
}

async function countFailure(tx: Transaction, row: AccountRow, now: Instant): Promise<void> {
  const failedSignIns = row.failedSignIns + 1
  const lockout = lockoutAfter(failedSignIns)
  await tx
    .update(account)
    .set({ failedSignIns, lockedUntil: lockout === null ? null : plus(now, lockout) })
    .where(eq(account.id, row.id))
}

async function lockAccount(tx: Transaction, email: string) {
  const [row] = await tx.select().from(account).where(eq(account.email, email)).for('no key update')
  return row
}

async function findHash(db: Database, email: string | undefined): Promise<string | null> {
  if (email === undefined) return null
  const [row] = await db.orm
    .select({ hash: account.passwordHash })
    .from(account)
    .where(eq(account.email, email))
  return row?.hash ?? null
}

async function enter(
  tx: Transaction,
  row: AccountRow,
  { origin, sealer }: Credentials,
  now: Instant,
): Promise<SignInResult> {
  const { id, email, displayName, role } = row
  await tx.update(account).set({ failedSignIns: 0, lockedUntil: null }).where(eq(account.id, id))
  const session = await openSession(tx, id, origin, now)
  const actor = await actorOfAccount(tx, row)
  const subject = { id, name: email }
  const initiator = { actor, actorName: displayName, origin, sealer, now }
  const draft = auditOf('sign_in', subject, {})
  await recordAudit(tx, initiator, 'sign_in', { subject }, [draft])
  await publish(tx, ['sessions', 'audit'])
  return { ok: true, session, actor, account: { id, email, displayName, role } }
}

/**
 * Signs a person in with e-mail and password. The password is checked before anything is locked, so
 * an unknown address takes as long as a known one; the row decides alone, so guesses sent at once
 * are counted one by one.
 */
export async function signIn(db: Database, credentials: Credentials): Promise<SignInResult> {
  const { password, origin, sealer } = credentials
  const email = emailInput.safeParse(credentials.email).data
  const hash = await findHash(db, email)
  const matches = await verifyPassword(hash, password)
  return db.orm.transaction(async (tx) => {
    const now = await readNow(tx)
    const row = email === undefined ? undefined : await lockAccount(tx, email)
    const isRight = matches && row?.passwordHash === hash
    const verdict = judge(row, isRight, now)
    if (verdict.ok) return enter(tx, verdict.row, credentials, now)
    if (row && verdict.reason === 'wrong_credentials') await countFailure(tx, row, now)
    // What was typed is kept only when it is an address: people type passwords into the wrong field.
    const actorName = email ?? 'unknown'
    const initiator = { actor: { type: 'anonymous' as const }, actorName, origin, sealer, now }
    const subject = row ? { id: row.id, name: row.email } : undefined
    await recordRefusal(tx, initiator, 'sign_in', subject ? { subject } : {}, verdict.reason)
    await publish(tx, ['audit'])
    return verdict
  })
}
