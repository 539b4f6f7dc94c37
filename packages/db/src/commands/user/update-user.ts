import { and, eq, isNull } from 'drizzle-orm'
import type { z } from 'zod'
import { voidResetLinks } from '../../auth/password/void-reset-links.ts'
import type { Transaction } from '../../client/connect.ts'
import { idInput } from '../../queries/inputs.ts'
import { account, channel } from '../../schema/index.ts'
import { endSessions } from '../account/end-sessions.ts'
import { personResource } from '../account/load-person.ts'
import { auditOf } from '../audit-terms.ts'
import { cancelUnsent } from '../cancel-unsent.ts'
import { defineCommand } from '../define-command.ts'
import { expectedVersion, expectVersion } from '../expect-version.ts'
import { nameMemberships } from '../membership/name-memberships.ts'
import { replaceMemberships } from '../membership/replace-memberships.ts'
import { channelNameOf, loadOwnChannels } from '../person/own-channels.ts'
import { isSame } from '../same.ts'
import {
  type Account,
  describeUser,
  expectOtherAdmin,
  loadUser,
  unlessEmailTaken,
} from './load-user.ts'
import { resolveMemberships, updateUserInput } from './user-input.ts'

const operationOf = (before: boolean, after: boolean) => {
  if (before === after) return 'modification'
  return after ? 'stop' : 'start'
}

/** What of the row follows from the input; what is left out stays. */
const columnsOf = (
  person: Account,
  input: Omit<z.output<typeof updateUserInput>, 'departments'>,
  now: Account['createdAt'],
) => ({
  email: input.email ?? person.email,
  displayName: input.displayName ?? person.displayName,
  role: input.role ?? person.role,
  mobile: input.mobile === undefined ? person.mobile : input.mobile,
  description: input.description ?? person.description,
  disabledAt: (input.disabled ?? person.disabledAt !== null) ? (person.disabledAt ?? now) : null,
})

const renameOwnChannels = (tx: Transaction, person: Pick<Account, 'id' | 'displayName'>) =>
  tx
    .update(channel)
    .set({ name: channelNameOf(person) })
    .where(and(eq(channel.personId, person.id), isNull(channel.deletedAt)))

/** What waits for somebody who is shut out does not reach them any more. */
async function cancelOwnUnsent(tx: Transaction, person: Account['id'], now: Account['createdAt']) {
  for (const own of await loadOwnChannels(tx, person)) {
    await cancelUnsent(tx, { channel: own.id, reason: 'channel_disabled' }, now)
  }
}

/**
 * Changes an account, its rights, or whether it may be used at all. Whoever is disabled is out at
 * once: their sessions end, their tokens hold no longer, and no message reaches them.
 */
export const updateUser = defineCommand({
  action: 'user.write',
  input: updateUserInput.extend({ user: idInput<'user'>(), expectedVersion }),
  load: (tx, input, context) => loadUser(tx, input.user, context),
  resource: ({ person }) => personResource(person),
  async change(tx, { person, departments }, input, { actor, now }) {
    const { id, version } = person
    const before = describeUser(person, departments)
    expectVersion('account', version, input.expectedVersion, { id, version, ...before })
    const columns = columnsOf(person, input, now)
    const memberships =
      input.departments === undefined
        ? null
        : await resolveMemberships(tx, actor, input.departments)
    const after = describeUser(
      columns,
      memberships === null ? departments : await nameMemberships(tx, memberships),
    )
    if (isSame(before, after)) return { result: { id, version }, unchanged: true }
    if (columns.role !== 'admin' || columns.disabledAt !== null) await expectOtherAdmin(tx, person)
    const row = { ...columns, version: version + 1 }
    await unlessEmailTaken(tx.update(account).set(row).where(eq(account.id, id)), row.email)
    if (memberships !== null) await replaceMemberships(tx, id, memberships)
    if (row.displayName !== person.displayName) await renameOwnChannels(tx, { ...person, ...row })
    if (row.disabledAt !== null) {
      await endSessions(tx, id, undefined, now)
      await cancelOwnUnsent(tx, id, now)
    }
    if (row.email !== person.email) await voidResetLinks(tx, id, now)
    const operation = operationOf(before.disabled, after.disabled)
    return {
      result: { id, version: row.version },
      audit: [auditOf('user.write', { id, name: row.email }, { before, after }, { operation })],
      topics: ['people', 'sessions', 'deliveries'],
    }
  },
})
