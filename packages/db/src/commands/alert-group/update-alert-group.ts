import { alertGroupFields } from '@highwater/core/subscription'
import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { idInput } from '../../queries/inputs.ts'
import { alertGroup } from '../../schema/index.ts'
import { auditOf } from '../audit-terms.ts'
import { defineCommand } from '../define-command.ts'
import { expectedVersion, expectVersion } from '../expect-version.ts'
import { isSame } from '../same.ts'
import { expectChannels } from '../subscription/expect-targets.ts'
import {
  alertGroupResource,
  describeAlertGroup,
  loadAlertGroup,
  replaceMembers,
  unlessNameTaken,
} from './load-alert-group.ts'

const { name, remark, channels } = alertGroupFields

/** Changes an alert group; what is left out stays. */
export const updateAlertGroup = defineCommand({
  action: 'group.write',
  input: z.strictObject({
    name: name.optional(),
    remark: remark.optional(),
    channels: channels.unwrap().optional(),
    group: idInput<'alert-group'>(),
    expectedVersion,
  }),
  load: (tx, input, context) => loadAlertGroup(tx, input.group, context),
  resource: alertGroupResource,
  async change(tx, present, input) {
    const { id, version } = present
    const before = describeAlertGroup(present)
    expectVersion('alert group', version, input.expectedVersion, { id, version, ...before })
    const after = describeAlertGroup({
      name: input.name ?? present.name,
      remark: input.remark ?? present.remark,
      channels: input.channels ?? present.channels,
    })
    if (isSame(before, after)) return { result: { id, version }, unchanged: true }
    await expectChannels(tx, present.departmentId, after.channels)
    const row = { name: after.name, remark: after.remark, version: version + 1 }
    await unlessNameTaken(tx.update(alertGroup).set(row).where(eq(alertGroup.id, id)), row.name)
    await replaceMembers(tx, id, after.channels)
    return {
      result: { id, version: row.version },
      audit: [auditOf('group.write', { id, name: row.name }, { before, after })],
      topics: ['channels'],
    }
  },
})
