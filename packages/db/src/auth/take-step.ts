import type { Instant, SessionId } from '@highwater/core'
import type { Database } from '../client/connect.ts'
import { readNow } from '../client/now.ts'
import { endSessions } from '../commands/account/end-sessions.ts'
import { auditOf } from '../commands/audit-terms.ts'
import { recordAudit } from '../commands/record-audit.ts'
import { actorOfAccount } from './actor-of-account.ts'
import { addressLockedFor, secondsUntil } from './address-lock.ts'
import { type AccountRow, letIn, type SignInResult } from './let-in.ts'
import { expectGoodPassword } from './password/expect-good-password.ts'
import { expectOtherPassword } from './password/expect-other-password.ts'
import { setPassword } from './password/set-password.ts'
import { refuseSignIn } from './refuse-sign-in.ts'
import { acceptCode } from './second-factor/accept-code.ts'
import { lockAt, over, type StepTaken } from './unfinished-session.ts'

const isLocked = (row: AccountRow, now: Instant): row is AccountRow & { lockedUntil: Instant } =>
  row.lockedUntil !== null && row.lockedUntil > now

/** Takes the code of the second factor, or a recovery code. Wrong ones count like wrong passwords. */
export async function passSecondFactor(
  db: Database,
  { sessionId, code, origin, sealer }: StepTaken & { readonly code: string },
): Promise<SignInResult> {
  const retryAfterSeconds = await addressLockedFor(db, origin.ip)
  if (retryAfterSeconds !== null) return { ok: false, reason: 'address_locked', retryAfterSeconds }
  return db.orm.transaction(async (tx) => {
    const step = 'second_factor'
    const now = await readNow(tx)
    const row = await lockAt(tx, sessionId, step)
    if (row === null) return over
    const who = { row, name: row.email, origin, sealer, now }
    if (isLocked(row, now)) {
      const wait = secondsUntil(now, row.lockedUntil)
      return refuseSignIn(tx, who, { ok: false, reason: 'locked', retryAfterSeconds: wait })
    }
    if ((await acceptCode(tx, row.id, code, sealer, now)) === null) {
      return refuseSignIn(tx, who, { ok: false, reason: 'wrong_code' })
    }
    const taken = { step, session: sessionId as SessionId } as const
    return letIn(tx, row, { origin, sealer, now, taken })
  })
}

/** Replaces an initial or expired password. @throws AppError `invalid_input` at `newPassword` */
export async function replacePassword(
  db: Database,
  { sessionId, newPassword, origin, sealer }: StepTaken & { readonly newPassword: string },
): Promise<SignInResult> {
  return db.orm.transaction(async (tx) => {
    const step = 'new_password'
    const now = await readNow(tx)
    const row = await lockAt(tx, sessionId, step)
    if (row === null) return over
    await expectGoodPassword(tx, newPassword, row, 'newPassword')
    await expectOtherPassword(row.passwordHash, newPassword)
    await setPassword(tx, row.id, newPassword, { mustChange: false, now })
    const endedSessions = await endSessions(tx, row.id, sessionId as SessionId, now)
    const actor = await actorOfAccount(tx, row)
    const subject = { id: row.id, name: row.email }
    const initiator = { actor, actorName: row.displayName, origin, sealer, now }
    const after = { passwordChanged: true, endedSessions }
    await recordAudit(tx, initiator, 'account.update', { subject }, [
      auditOf('account.update', subject, { after }),
    ])
    const taken = { step, session: sessionId as SessionId } as const
    const changed = { ...row, passwordMustChange: false, passwordChangedAt: now }
    return letIn(tx, changed, { origin, sealer, now, taken })
  })
}
