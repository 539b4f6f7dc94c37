import { departmentFields } from '@highwater/core/department'
import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { idInput } from '../../queries/inputs.ts'
import { department } from '../../schema/index.ts'
import { auditOf } from '../audit-terms.ts'
import { defineCommand } from '../define-command.ts'
import { expectedVersion, expectVersion } from '../expect-version.ts'
import { isSame } from '../same.ts'
import {
  departmentResource,
  describeDepartment,
  loadDepartment,
  unlessNameTaken,
} from './load-department.ts'

/** Renames a department or changes where its new projects start; what is left out stays. */
export const updateDepartment = defineCommand({
  action: 'department.write',
  input: z.strictObject({
    department: idInput<'department'>(),
    name: departmentFields.name.optional(),
    defaultLevel: departmentFields.defaultLevel.optional(),
    expectedVersion,
  }),
  load: (tx, input, context) => loadDepartment(tx, input.department, context),
  resource: departmentResource,
  async change(tx, present, input) {
    const { id, version } = present
    const before = describeDepartment(present)
    expectVersion('department', version, input.expectedVersion, { id, version, ...before })
    const after = {
      name: input.name ?? present.name,
      defaultLevel: input.defaultLevel ?? present.defaultLevel,
    }
    if (isSame(before, after)) return { result: { id, version }, unchanged: true }
    await unlessNameTaken(
      tx
        .update(department)
        .set({ ...after, version: version + 1 })
        .where(eq(department.id, id)),
      after.name,
    )
    return {
      result: { id, version: version + 1 },
      audit: [auditOf('department.write', { id, name: after.name }, { before, after })],
      topics: ['people', 'projects', 'policy'],
    }
  },
})
