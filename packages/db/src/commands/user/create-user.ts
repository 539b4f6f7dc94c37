import { expectGoodPassword } from '../../auth/password/expect-good-password.ts'
import { hashPassword } from '../../auth/password/hash-password.ts'
import { newId } from '../../client/new-id.ts'
import { account } from '../../schema/index.ts'
import { auditOf } from '../audit-terms.ts'
import { defineCommand } from '../define-command.ts'
import { nameMemberships } from '../membership/name-memberships.ts'
import { replaceMemberships } from '../membership/replace-memberships.ts'
import { describeUser, unlessEmailTaken } from './load-user.ts'
import { createUserInput, resolveMemberships } from './user-input.ts'

/** Makes an account. An initial password has to be changed at the first sign-in. */
export const createUser = defineCommand({
  action: 'user.write',
  input: createUserInput,
  load: async () => null,
  resource: () => ({}),
  async change(tx, _facts, { departments, initialPassword, ...input }, { actor, now }) {
    const memberships = await resolveMemberships(tx, actor, departments)
    if (initialPassword !== undefined) {
      await expectGoodPassword(tx, initialPassword, input, 'initialPassword')
    }
    const passwordHash = initialPassword === undefined ? null : await hashPassword(initialPassword)
    const row = {
      ...input,
      id: newId<'user'>(),
      mobile: input.mobile ?? null,
      passwordHash,
      passwordChangedAt: passwordHash === null ? null : now,
      passwordMustChange: passwordHash !== null,
      createdAt: now,
    }
    await unlessEmailTaken(tx.insert(account).values(row), row.email)
    await replaceMemberships(tx, row.id, memberships)
    const after = {
      ...describeUser(row, await nameMemberships(tx, memberships)),
      mayUsePassword: passwordHash !== null,
    }
    return {
      result: { id: row.id, version: 1 },
      audit: [
        auditOf(
          'user.write',
          { id: row.id, name: row.email },
          { after },
          { operation: 'creation' },
        ),
      ],
      topics: ['people'],
    }
  },
})
