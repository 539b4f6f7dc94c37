import { setUpInput } from '@highwater/core/account'
import { hasAdmin } from '../../auth/has-admin.ts'
import { hashPassword } from '../../auth/password.ts'
import { newId } from '../../client/new-id.ts'
import { account, installation } from '../../schema/index.ts'
import { auditOf } from '../audit-terms.ts'
import { unlessTaken } from '../database-fault.ts'
import { defineCommand } from '../define-command.ts'
import { lockInstallation } from '../lock-installation.ts'
import { Refused } from '../refused.ts'

/**
 * Makes the first administrator, for whoever comes first: two who come at once are let in one by
 * one, and the second finds that it has been done.
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
    const row = {
      id: newId<'user'>(),
      email,
      displayName,
      role: 'admin' as const,
      passwordHash: await hashPassword(password),
      createdAt: now,
    }
    await unlessTaken(tx.insert(account).values(row), 'account_email_unique', {
      path: 'email',
      message: `There is an account "${email}" already. Choose another address.`,
    })
    await tx.update(installation).set({ messageLocale: locale })
    const after = { email, displayName, role: row.role, messageLocale: locale }
    return {
      result: { id: row.id },
      audit: [auditOf('account.setUp', { id: row.id, name: email }, { after })],
      topics: [],
    }
  },
})
