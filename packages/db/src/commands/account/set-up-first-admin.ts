import { setUpInput } from '@highwater/core/account'
import { hasAdmin } from '../../auth/has-admin.ts'
import { expectGoodPassword } from '../../auth/password/expect-good-password.ts'
import { hashPassword } from '../../auth/password/hash-password.ts'
import { newId } from '../../client/new-id.ts'
import { account, installation } from '../../schema/index.ts'
import { auditOf } from '../audit-terms.ts'
import { unlessTaken } from '../database-fault.ts'
import { defineCommand } from '../define-command.ts'
import { lockInstallation } from '../lock-installation.ts'
import { Refused } from '../refused.ts'
import { nameDefaults } from './name-defaults.ts'

/**
 * Makes the first administrator, for whoever comes first: two who come at once are let in one by
 * one, and the second finds that it has been done. They keep their password when local sign-in is
 * switched off, until somebody else is named. Their language names what the installation comes with.
 */
export const setUpFirstAdmin = defineCommand({
  action: 'account.setUp',
  input: setUpInput,
  async load(tx) {
    await lockInstallation(tx)
    if (await hasAdmin(tx)) throw new Refused('already_set_up', {})
  },
  resource: () => ({}),
  async change(tx, _facts, { email, displayName, password, locale }, { now }) {
    await expectGoodPassword(tx, password, { email, displayName }, 'password')
    const row = {
      id: newId<'user'>(),
      email,
      displayName,
      role: 'admin' as const,
      passwordHash: await hashPassword(password),
      passwordChangedAt: now,
      isBreakGlass: true,
      createdAt: now,
    }
    await unlessTaken(tx.insert(account).values(row), 'account_email_unique', {
      path: 'email',
      message: `There is an account "${email}" already. Choose another address.`,
    })
    await tx.update(installation).set({ messageLocale: locale })
    await nameDefaults(tx, locale)
    const after = { email, displayName, role: row.role, messageLocale: locale }
    return {
      result: { id: row.id },
      audit: [auditOf('account.setUp', { id: row.id, name: email }, { after })],
      topics: [],
    }
  },
})
