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
 * switched off, until somebody else is named. Their language names what the installation comes with,
 * and messages write their times by their clock, where no other was named at the first start.
 */
export const setUpFirstAdmin = defineCommand({
  action: 'account.setUp',
  input: setUpInput,
  async load(tx) {
    const present = await lockInstallation(tx)
    if (await hasAdmin(tx)) throw new Refused('already_set_up', {})
    return present
  },
  resource: () => ({}),
  async change(tx, present, { email, displayName, password, locale, timeZone }, { now }) {
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
    const messages = {
      messageLocale: locale,
      messageTimeZone: present.messageTimeZone ?? timeZone ?? null,
    }
    await tx.update(installation).set(messages)
    await nameDefaults(tx, locale)
    const after = { email, displayName, role: row.role, ...messages }
    return {
      result: { id: row.id },
      audit: [auditOf('account.setUp', { id: row.id, name: email }, { after })],
      topics: [],
    }
  },
})
