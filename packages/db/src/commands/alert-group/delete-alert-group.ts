import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { idInput } from '../../queries/inputs.ts'
import { alertGroup } from '../../schema/index.ts'
import { auditOf } from '../audit-terms.ts'
import { defineCommand } from '../define-command.ts'
import { expectedVersion, expectVersion } from '../expect-version.ts'
import { expectUnused, subscriptionsNaming } from '../subscription/users-of.ts'
import {
  alertGroupResource,
  describeAlertGroup,
  loadAlertGroup,
  replaceMembers,
} from './load-alert-group.ts'

/** Deletes an alert group that no subscription names. Its name is free again. */
export const deleteAlertGroup = defineCommand({
  action: 'group.write',
  input: z.strictObject({ group: idInput<'alert-group'>(), expectedVersion }),
  load: (tx, input, context) => loadAlertGroup(tx, input.group, context),
  resource: alertGroupResource,
  async change(tx, present, input, { now }) {
    const { id, version, name } = present
    const before = describeAlertGroup(present)
    expectVersion('alert group', version, input.expectedVersion, { id, version, ...before })
    expectUnused(name, await subscriptionsNaming(tx, 'groups', id))
    await tx
      .update(alertGroup)
      .set({ deletedAt: now, version: version + 1 })
      .where(eq(alertGroup.id, id))
    await replaceMembers(tx, id, [])
    return {
      result: { id },
      audit: [auditOf('group.write', present, { before }, { operation: 'deletion' })],
      topics: ['channels'],
    }
  },
})
