import { hours, type Instant, plus } from '@highwater/core'
import { againstPassword, email as emailInput, type SignInRefusal } from '@highwater/core/account'
import { and, eq, isNull } from 'drizzle-orm'
import type { Database, Transaction } from '../client/connect.ts'
import { readNow } from '../client/now.ts'
import { sqlOf } from '../commands/sql-of.ts'
import { readParameters } from '../queue/read-parameters.ts'
import { account } from '../schema/index.ts'
import { addressLockedFor, secondsUntil } from './address-lock.ts'
import { type AccountRow, type Attempt, letIn, type SignInResult } from './let-in.ts'
import { readLocalPolicy } from './local-policy.ts'
import { verifyPassword } from './password/hash-password.ts'
import { refuseSignIn } from './refuse-sign-in.ts'
import { countUnknown, lockUnknown } from './unknown-account.ts'

export interface Credentials extends Attempt {
  readonly email: string
  readonly password: string
}

type Refusal = { readonly reason: SignInRefusal; readonly retryAfterSeconds?: number }

/** What is said only to somebody who knows the password. */
async function judgeKnown(tx: Transaction, row: AccountRow, now: Instant) {
  const { localSignIn } = await readLocalPolicy(tx)
  const { initialPasswordDays } = await readParameters(sqlOf(tx))
  const { passwordMustChange, passwordChangedAt } = row
  return againstPassword({
    isDisabled: row.disabledAt !== null,
    mayUsePassword: localSignIn || row.isBreakGlass,
    initialPasswordHasExpired:
      passwordMustChange &&
      passwordChangedAt !== null &&
      plus(passwordChangedAt, hours(24 * initialPasswordDays)) <= now,
  })
}

interface Judged {
  readonly row: AccountRow | undefined
  /** Undefined where no address was typed. */
  readonly email: string | undefined
  readonly isRight: boolean
  readonly now: Instant
}

/** Whoever guesses learns of a lock where there is no account, too: else it would tell that there is one. */
async function lockOf(tx: Transaction, { row, email, now }: Judged): Promise<Instant | null> {
  if (row) return row.lockedUntil
  return email === undefined ? null : lockUnknown(tx, email, now)
}

async function judge(tx: Transaction, judged: Judged): Promise<Refusal | null> {
  const { row, email, isRight, now } = judged
  const lockedUntil = await lockOf(tx, judged)
  if (lockedUntil !== null && lockedUntil > now) {
    return { reason: 'locked', retryAfterSeconds: secondsUntil(now, lockedUntil) }
  }
  if (!row) {
    if (email !== undefined) await countUnknown(tx, email, now)
    return { reason: 'wrong_credentials' }
  }
  if (!isRight) return { reason: 'wrong_credentials' }
  const reason = await judgeKnown(tx, row, now)
  return reason === null ? null : { reason }
}

async function lockAccount(tx: Transaction, email: string) {
  const [row] = await tx
    .select()
    .from(account)
    .where(and(eq(account.email, email), isNull(account.deletedAt)))
    .for('no key update')
  return row
}

async function findHash(db: Database, email: string | undefined): Promise<string | null> {
  if (email === undefined) return null
  const [row] = await db.orm
    .select({ hash: account.passwordHash })
    .from(account)
    .where(and(eq(account.email, email), isNull(account.deletedAt)))
  return row?.hash ?? null
}

/**
 * Signs a person in with e-mail and password, or says which step is missing. The password is checked
 * before anything is locked, so an unknown address takes as long as a known one; the row decides
 * alone, so guesses sent at once are counted one by one.
 */
export async function signIn(db: Database, credentials: Credentials): Promise<SignInResult> {
  const { password, origin, sealer } = credentials
  const retryAfterSeconds = await addressLockedFor(db, origin.ip)
  if (retryAfterSeconds !== null) return { ok: false, reason: 'address_locked', retryAfterSeconds }
  const email = emailInput.safeParse(credentials.email).data
  const hash = await findHash(db, email)
  const matches = await verifyPassword(hash, password)
  return db.orm.transaction(async (tx) => {
    const now = await readNow(tx)
    const row = email === undefined ? undefined : await lockAccount(tx, email)
    const isRight = matches && row?.passwordHash === hash
    const refusal = await judge(tx, { row, email, isRight, now })
    if (row && refusal === null) return letIn(tx, row, { origin, sealer, now, taken: null })
    // What was typed is kept only when it is an address: people type passwords into the wrong field.
    const who = { row, name: email ?? 'unknown', origin, sealer, now }
    return refuseSignIn(tx, who, { ok: false, ...(refusal ?? { reason: 'wrong_credentials' }) })
  })
}
