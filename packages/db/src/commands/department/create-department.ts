import { departmentFields } from '@highwater/core/department'
import { z } from 'zod'
import { newId } from '../../client/new-id.ts'
import { department } from '../../schema/index.ts'
import { auditOf } from '../audit-terms.ts'
import { defineCommand } from '../define-command.ts'
import { describeDepartment, unlessNameTaken } from './load-department.ts'

/** Makes a department; the level is where its new projects start. */
export const createDepartment = defineCommand({
  action: 'department.write',
  input: z.strictObject({
    name: departmentFields.name,
    defaultLevel: departmentFields.defaultLevel.default('low'),
  }),
  load: async () => null,
  resource: () => ({}),
  async change(tx, _facts, { name, defaultLevel }, { now }) {
    const row = { id: newId<'department'>(), name, defaultLevel, createdAt: now }
    await unlessNameTaken(tx.insert(department).values(row), name)
    const after = describeDepartment(row)
    return {
      result: { id: row.id, version: 1 },
      audit: [auditOf('department.write', row, { after }, { operation: 'creation' })],
      topics: ['people'],
    }
  },
})
