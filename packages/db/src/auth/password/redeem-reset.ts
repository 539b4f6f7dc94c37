import { and, eq, gt, isNull, sql } from 'drizzle-orm'
import type { Database } from '../../client/connect.ts'
import { readNow } from '../../client/now.ts'
import { publish } from '../../client/topics.ts'
import { endSessions } from '../../commands/account/end-sessions.ts'
import { auditOf } from '../../commands/audit-terms.ts'
import { recordAudit } from '../../commands/record-audit.ts'
import type { Reader } from '../../queries/reader.ts'
import { account, passwordReset } from '../../schema/index.ts'
import { actorOfAccount } from '../actor-of-account.ts'
import type { Attempt } from '../let-in.ts'
import { expectGoodPassword } from './expect-good-password.ts'
import { hashOfLink } from './request-reset.ts'
import { setPassword } from './set-password.ts'

const findLink = async (tx: Reader, token: string) => {
  const [row] = await tx
    .select({ userId: passwordReset.userId })
    .from(passwordReset)
    .innerJoin(account, eq(account.id, passwordReset.userId))
    .where(
      and(
        eq(passwordReset.hash, hashOfLink(token)),
        isNull(passwordReset.usedAt),
        gt(passwordReset.expiresAt, sql`now()`),
        isNull(account.disabledAt),
      ),
    )
  return row ?? null
}

/** Whether a link to choose a new password still holds. */
export const isResetLink = async (db: Database, token: string): Promise<boolean> =>
  (await findLink(db.orm, token)) !== null

/**
 * Sets the password that somebody chose by a link, once. They sign in with it then, second factor and
 * all; every session ends. @throws AppError `invalid_input` at `newPassword`
 */
export async function redeemPasswordReset(
  db: Database,
  {
    token,
    newPassword,
    origin,
    sealer,
  }: Attempt & { readonly token: string; readonly newPassword: string },
): Promise<'changed' | 'void'> {
  return db.orm.transaction(async (tx) => {
    const now = await readNow(tx)
    const link = await findLink(tx, token)
    if (link === null) return 'void'
    const [row] = await tx
      .select()
      .from(account)
      .where(eq(account.id, link.userId))
      .for('no key update')
    // Whoever held the account meanwhile may have used this very link.
    if (!row || (await findLink(tx, token)) === null) return 'void'
    await expectGoodPassword(tx, newPassword, row, 'newPassword')
    await setPassword(tx, row.id, newPassword, { mustChange: false, now })
    const endedSessions = await endSessions(tx, row.id, undefined, now)
    const actor = await actorOfAccount(tx, row)
    const subject = { id: row.id, name: row.email }
    const initiator = { actor, actorName: row.displayName, origin, sealer, now }
    const after = { passwordChanged: true, by: 'link', endedSessions }
    await recordAudit(tx, initiator, 'password.reset', { subject }, [
      auditOf('password.reset', subject, { after }),
    ])
    await publish(tx, ['sessions', 'audit'])
    return 'changed'
  })
}
