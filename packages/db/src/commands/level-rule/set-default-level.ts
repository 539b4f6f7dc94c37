import { protectionLevels } from '@highwater/core/policy'
import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { idInput } from '../../queries/inputs.ts'
import { department } from '../../schema/index.ts'
import { auditOf } from '../audit-terms.ts'
import { defineCommand } from '../define-command.ts'
import { departmentResource, loadDepartment } from '../department/load-department.ts'

/** Says at which level new projects of a department start where no rule says more (P6). */
export const setDefaultLevel = defineCommand({
  action: 'policy.update',
  input: z.strictObject({ department: idInput<'department'>(), level: z.enum(protectionLevels) }),
  load: (tx, input, context) => loadDepartment(tx, input.department, context),
  resource: departmentResource,
  async change(tx, { id, name, defaultLevel }, { level }) {
    const result = { id, defaultLevel: level }
    if (level === defaultLevel) return { result, unchanged: true }
    await tx.update(department).set({ defaultLevel: level }).where(eq(department.id, id))
    const snapshots = { before: { defaultLevel }, after: { defaultLevel: level } }
    return {
      result,
      audit: [auditOf('policy.update', { id, name }, snapshots)],
      topics: ['policy'],
    }
  },
})
