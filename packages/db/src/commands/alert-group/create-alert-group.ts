import { alertGroupFields } from '@highwater/core/subscription'
import { z } from 'zod'
import { newId } from '../../client/new-id.ts'
import { referenceInput } from '../../queries/inputs.ts'
import { alertGroup } from '../../schema/index.ts'
import { auditOf } from '../audit-terms.ts'
import { defineCommand } from '../define-command.ts'
import { departmentOf } from '../silence/silence-input.ts'
import { expectChannels } from '../subscription/expect-targets.ts'
import { describeAlertGroup, replaceMembers, unlessNameTaken } from './load-alert-group.ts'

/** Makes a named set of channels. */
export const createAlertGroup = defineCommand({
  action: 'group.write',
  input: z.strictObject({
    ...alertGroupFields,
    remark: alertGroupFields.remark.default(''),
    department: referenceInput.nullable().optional(),
  }),
  load: (tx, input, { actor }) => departmentOf(tx, input.department, actor),
  resource: (departmentId) => ({ department: departmentId }),
  async change(tx, departmentId, { name, remark, channels }, { now }) {
    await expectChannels(tx, departmentId, channels)
    const row = { id: newId<'alert-group'>(), name, remark, departmentId, createdAt: now }
    await unlessNameTaken(tx.insert(alertGroup).values(row), name)
    await replaceMembers(tx, row.id, channels)
    const after = { ...describeAlertGroup({ name, remark, channels }), department: departmentId }
    return {
      result: { id: row.id, version: 1 },
      audit: [auditOf('group.write', row, { after }, { operation: 'creation' })],
      topics: ['channels'],
    }
  },
})
