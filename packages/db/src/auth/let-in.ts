import type { Instant, SessionId } from '@highwater/core'
import {
  missingStep,
  type SignInRefusal,
  type SignInStep,
  signInSteps,
} from '@highwater/core/account'
import { eq } from 'drizzle-orm'
import type { Transaction } from '../client/connect.ts'
import type { Sealer } from '../client/secrets.ts'
import { publish } from '../client/topics.ts'
import { auditOf } from '../commands/audit-terms.ts'
import type { RequestOrigin } from '../commands/context.ts'
import { recordAudit } from '../commands/record-audit.ts'
import { sqlOf } from '../commands/sql-of.ts'
import { readParameters } from '../queue/read-parameters.ts'
import { account, session } from '../schema/index.ts'
import { actorOfAccount } from './actor-of-account.ts'
import { readLocalPolicy } from './local-policy.ts'
import { hasSecondFactor } from './second-factor/accept-code.ts'
import { openSession, openUnfinishedSession, type SignedIn } from './session.ts'

export type AccountRow = typeof account.$inferSelect

/** Where an attempt comes from, and what seals its audit entry. */
export interface Attempt {
  readonly origin: RequestOrigin
  readonly sealer: Sealer
}

export type SignInResult =
  | ({ readonly ok: true } & SignedIn)
  | { readonly ok: false; readonly reason: SignInRefusal; readonly retryAfterSeconds?: number }
  /** The password is right; the session lets nobody in until the step has been taken. */
  | {
      readonly ok: false
      readonly reason: 'unfinished'
      readonly step: SignInStep
      readonly session: SessionId
    }

/** The steps up to the one that has just been taken: those before it were taken or not wanted. */
const stepsUntil = (step: SignInStep | null): readonly SignInStep[] =>
  step === null ? [] : signInSteps.slice(0, signInSteps.indexOf(step) + 1)

interface Proven extends Attempt {
  readonly now: Instant
  /** The step that was just taken, in which session; null for the password itself. */
  readonly taken: { readonly step: SignInStep; readonly session: SessionId } | null
}

async function findMissingStep(tx: Transaction, row: AccountRow, { taken, now }: Proven) {
  const { passwordDays } = await readParameters(sqlOf(tx))
  const { secondFactorFor } = await readLocalPolicy(tx)
  const facts = {
    role: row.role,
    hasSecondFactor: await hasSecondFactor(tx, row.id),
    passwordMustChange: row.passwordMustChange,
    passwordChangedAt: row.passwordChangedAt,
    passwordDays,
    secondFactorFor,
    now,
  }
  return missingStep(facts, stepsUntil(taken?.step ?? null))
}

/**
 * Goes on with somebody who has proved who they are: in, if nothing is missing, else to the next
 * step. A session that was unfinished never becomes one that lets in: that gets an id of its own.
 */
export async function letIn(
  tx: Transaction,
  row: AccountRow,
  proven: Proven,
): Promise<SignInResult> {
  const { origin, sealer, now, taken } = proven
  const { id, email, displayName, role } = row
  const actor = await actorOfAccount(tx, row)
  const subject = { id, name: email }
  const initiator = { actor, actorName: displayName, origin, sealer, now }
  const step = await findMissingStep(tx, row, proven)
  const passed = taken?.step ?? 'password'
  if (taken !== null) await tx.delete(session).where(eq(session.id, taken.session))
  const draft = auditOf('sign_in', subject, {
    after: step === null ? { passed } : { passed, missing: step },
  })
  await recordAudit(tx, initiator, 'sign_in', { subject }, [draft])
  if (step !== null) {
    const unfinished = await openUnfinishedSession(tx, { userId: id, step, origin, now })
    await publish(tx, ['audit'])
    return { ok: false, reason: 'unfinished', step, session: unfinished }
  }
  await tx.update(account).set({ failedSignIns: 0, lockedUntil: null }).where(eq(account.id, id))
  const opened = await openSession(tx, id, origin, now)
  await publish(tx, ['sessions', 'audit'])
  return { ok: true, session: opened, actor, account: { id, email, displayName, role } }
}
