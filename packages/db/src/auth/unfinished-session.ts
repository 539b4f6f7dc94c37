import { isId, type SessionId, type UserId } from '@highwater/core'
import type { SignInStep } from '@highwater/core/account'
import { and, eq, gt, isNotNull, isNull, ne, sql } from 'drizzle-orm'
import type { Database, Transaction } from '../client/connect.ts'
import type { Reader } from '../queries/reader.ts'
import { account, session, signInPolicy } from '../schema/index.ts'
import type { Attempt } from './let-in.ts'

/** Somebody who knows the password and has a step to take. */
export interface UnfinishedSignIn {
  readonly step: SignInStep
  readonly userId: UserId
  readonly email: string
}

/** Passwords may have been switched off since this one was typed. */
const mayUsePassword = sql`(${account.isBreakGlass}
  or exists (select from ${signInPolicy} where ${signInPolicy.localSignIn}))`

async function find(tx: Reader, sessionId: string): Promise<UnfinishedSignIn | null> {
  if (!isId(sessionId)) return null
  const [row] = await tx
    .select({ step: session.step, userId: account.id, email: account.email })
    .from(session)
    .innerJoin(account, eq(account.id, session.userId))
    .where(
      and(
        eq(session.id, sessionId as SessionId),
        isNotNull(session.step),
        isNull(session.revokedAt),
        gt(session.expiresAt, sql`now()`),
        isNull(account.disabledAt),
        mayUsePassword,
      ),
    )
  return row && row.step !== null ? { ...row, step: row.step } : null
}

/** Where a sign-in stands that has not come to its end; null when there is none, or it took too long. */
export const readUnfinishedSignIn = (
  db: Database,
  sessionId: string,
): Promise<UnfinishedSignIn | null> => find(db.orm, sessionId)

/**
 * Ends the sign-ins of a person that are under way, but the one to keep: they know what was missing
 * when they began, not what is by now.
 */
export async function endUnfinishedSignIns(
  tx: Transaction,
  userId: UserId,
  keep: string | null,
): Promise<void> {
  const kept = keep === null ? undefined : ne(session.id, keep as SessionId)
  await tx.delete(session).where(and(eq(session.userId, userId), isNotNull(session.step), kept))
}

/** A step that somebody takes in their unfinished session. */
export interface StepTaken extends Attempt {
  readonly sessionId: string
}

export const over = { ok: false, reason: 'attempt_over' } as const

/** Locks the account of an unfinished sign-in that is at this step. */
export async function lockAt(tx: Transaction, sessionId: string, step: SignInStep) {
  const unfinished = await find(tx, sessionId)
  if (unfinished?.step !== step) return null
  const [row] = await tx
    .select()
    .from(account)
    .where(eq(account.id, unfinished.userId))
    .for('no key update')
  // Whoever held the account meanwhile may have taken this very step.
  return row && (await find(tx, sessionId))?.step === step ? row : null
}
