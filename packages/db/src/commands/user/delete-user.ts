import { AppError, type UserId } from '@highwater/core'
import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import type { Transaction } from '../../client/connect.ts'
import { idInput, referenceInput } from '../../queries/inputs.ts'
import {
  account,
  apiToken,
  identity,
  membership,
  projectMaintainer,
  secondFactor,
} from '../../schema/index.ts'
import { endSessions } from '../account/end-sessions.ts'
import { personResource } from '../account/load-person.ts'
import { auditOf } from '../audit-terms.ts'
import type { ChangeContext } from '../context.ts'
import { defineCommand } from '../define-command.ts'
import { expectedVersion, expectVersion } from '../expect-version.ts'
import { findPerson } from '../find-owner.ts'
import { removeRobot } from '../person/change-robot.ts'
import { loadOwnChannels } from '../person/own-channels.ts'
import { handOverProjects } from './hand-over-projects.ts'
import { type Account, describeUser, expectOtherAdmin, loadUser } from './load-user.ts'

/** Takes away every way in, and everything that was theirs alone. */
async function clear(tx: Transaction, { id }: Account, context: ChangeContext): Promise<void> {
  const { now } = context
  await endSessions(tx, id, undefined, now)
  await tx
    .update(apiToken)
    .set({ revokedAt: now })
    .where(and(eq(apiToken.userId, id), isNull(apiToken.revokedAt)))
  await tx.delete(membership).where(eq(membership.userId, id))
  await tx.delete(projectMaintainer).where(eq(projectMaintainer.userId, id))
  await tx.delete(identity).where(eq(identity.userId, id))
  await tx.delete(secondFactor).where(eq(secondFactor.userId, id))
  for (const own of await loadOwnChannels(tx, id)) await removeRobot(tx, own, context)
}

/** Who takes the projects; undefined where nothing was said. @throws AppError `invalid_input` */
async function findHeir(tx: Transaction, reference: string | null | undefined, leaver: UserId) {
  if (reference === undefined || reference === null) return reference
  const heir = await findPerson(tx, reference, 'handOverTo')
  if (heir.id !== leaver) return heir
  const message = 'Name somebody else: this account is the one that goes.'
  throw new AppError('invalid_input', message, { faults: [{ path: 'handOverTo', message }] })
}

/**
 * Deletes an account. Its row stays under its name, for alerts and the audit name it; its address is
 * free again, and what was personal is forgotten. Projects go to somebody else, or to nobody.
 */
export const deleteUser = defineCommand({
  action: 'user.write',
  input: z.strictObject({
    user: idInput<'user'>(),
    /** An id or an e-mail address; null leaves the projects without an owner. */
    handOverTo: referenceInput.nullable().optional(),
    expectedVersion,
  }),
  load: (tx, input, context) => loadUser(tx, input.user, context),
  resource: ({ person }) => personResource(person),
  async change(tx, { person, departments }, { handOverTo, ...input }, context) {
    const { id, version, email } = person
    const before = describeUser(person, departments)
    expectVersion('account', version, input.expectedVersion, { id, version, ...before })
    await expectOtherAdmin(tx, person)
    const heir = await findHeir(tx, handOverTo, id)
    const projects = await handOverProjects(tx, person, heir, context.now)
    await clear(tx, person, context)
    await tx
      .update(account)
      .set({
        email: `deleted:${id}`,
        role: 'user',
        passwordHash: null,
        mobile: null,
        dingtalkUserId: null,
        feishuOpenId: null,
        wecomUserId: null,
        description: '',
        disabledAt: person.disabledAt ?? context.now,
        deletedAt: context.now,
        version: version + 1,
      })
      .where(eq(account.id, id))
    const subject = { id, name: email }
    return {
      result: { id, projects: projects.ids.length },
      audit: [
        auditOf('user.write', subject, { before }, { operation: 'deletion' }),
        ...projects.audit,
      ],
      topics: ['people', 'sessions', 'projects', 'channels'],
    }
  },
})
