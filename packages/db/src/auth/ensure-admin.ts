import { parseInput, type UserId } from '@highwater/core'
import { email, newPassword } from '@highwater/core/account'
import { z } from 'zod'
import type { Database } from '../client/connect.ts'
import { newId } from '../client/new-id.ts'
import { readNow } from '../client/now.ts'
import type { Sealer } from '../client/secrets.ts'
import { publish } from '../client/topics.ts'
import { auditOf } from '../commands/audit-terms.ts'
import { lockInstallation } from '../commands/lock-installation.ts'
import { recordAudit } from '../commands/record-audit.ts'
import { account } from '../schema/index.ts'
import { hasAdmin } from './has-admin.ts'
import { expectGoodPassword } from './password/expect-good-password.ts'
import { hashPassword } from './password/hash-password.ts'

const adminInput = z.strictObject({ email, password: newPassword })

/**
 * Makes the first admin from HIGHWATER_ADMIN_EMAIL and HIGHWATER_ADMIN_PASSWORD when nobody else is
 * one. An account that has the address already becomes it: this is also the way back in, so it may use
 * its password though local sign-in is off. Nobody handed that password out, so it need not be changed.
 * @throws AppError `invalid_input` at `email` or `password`
 */
export async function ensureAdmin(
  db: Database,
  sealer: Sealer,
  input: z.input<typeof adminInput>,
): Promise<'created' | 'present'> {
  const admin = parseInput(adminInput, input)
  return db.orm.transaction(async (tx) => {
    await lockInstallation(tx)
    if (await hasAdmin(tx)) return 'present'
    const now = await readNow(tx)
    const displayName = admin.email
    await expectGoodPassword(tx, admin.password, { email: admin.email, displayName }, 'password')
    const rights = {
      role: 'admin' as const,
      passwordHash: await hashPassword(admin.password),
      passwordChangedAt: now,
      passwordMustChange: false,
      isBreakGlass: true,
      disabledAt: null,
      lockedUntil: null,
    }
    const values = {
      ...rights,
      id: newId<'user'>() satisfies UserId,
      email: admin.email,
      displayName,
      createdAt: now,
    }
    const [row] = await tx
      .insert(account)
      .values(values)
      .onConflictDoUpdate({ target: account.email, set: { ...rights, failedSignIns: 0 } })
      .returning({ id: account.id })
    const subject = { id: row?.id ?? values.id, name: admin.email }
    const after = { email: admin.email, role: 'admin' }
    await recordAudit(
      tx,
      {
        actor: { type: 'system', job: 'start' },
        actorName: 'HIGHWATER_ADMIN_EMAIL',
        origin: { id: 'start', ip: null, userAgent: null },
        sealer,
        now,
      },
      'account.setUp',
      { subject },
      [auditOf('account.setUp', subject, { after })],
    )
    await publish(tx, ['audit'])
    return 'created'
  })
}
