import { departmentFields } from '@highwater/core/department'
import { z } from 'zod'
import { newId } from '../../client/new-id.ts'
import { department } from '../../schema/index.ts'
import { auditOf } from '../audit-terms.ts'
import { defineCommand } from '../define-command.ts'
import { wantDefaultSubscription } from './default-subscription.ts'
import { describeDepartment, unlessNameTaken } from './load-department.ts'

/**
 * Makes a department. The level is where its new projects start; a default subscription sends every
 * alert of it to every channel of it.
 */
export const createDepartment = defineCommand({
  action: 'department.write',
  input: z.strictObject({
    name: departmentFields.name,
    defaultLevel: departmentFields.defaultLevel.default('low'),
    defaultSubscription: departmentFields.defaultSubscription.default(false),
  }),
  load: async () => null,
  resource: () => ({}),
  async change(tx, _facts, { name, defaultLevel, defaultSubscription }, { now }) {
    const row = { id: newId<'department'>(), name, defaultLevel, createdAt: now }
    await unlessNameTaken(tx.insert(department).values(row), name)
    const subscribed = await wantDefaultSubscription(tx, row, defaultSubscription, now)
    const after = describeDepartment(row)
    return {
      result: { id: row.id, version: 1 },
      audit: [
        auditOf('department.write', row, { after }, { operation: 'creation' }),
        ...subscribed,
      ],
      topics: ['people', 'subscriptions'],
    }
  },
})
