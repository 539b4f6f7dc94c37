import { departmentFields } from '@highwater/core/department'
import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { idInput } from '../../queries/inputs.ts'
import { department } from '../../schema/index.ts'
import { auditOf } from '../audit-terms.ts'
import { defineCommand } from '../define-command.ts'
import { expectedVersion, expectVersion } from '../expect-version.ts'
import { isSame } from '../same.ts'
import { renameDefaultSubscription, wantDefaultSubscription } from './default-subscription.ts'
import {
  departmentResource,
  describeDepartment,
  loadDepartment,
  unlessNameTaken,
} from './load-department.ts'

/** Renames a department, changes where its projects start and its alerts go; what is left out stays. */
export const updateDepartment = defineCommand({
  action: 'department.write',
  input: z.strictObject({
    department: idInput<'department'>(),
    name: departmentFields.name.optional(),
    defaultLevel: departmentFields.defaultLevel.optional(),
    defaultSubscription: departmentFields.defaultSubscription.optional(),
    expectedVersion,
  }),
  load: (tx, input, context) => loadDepartment(tx, input.department, context),
  resource: departmentResource,
  async change(tx, present, input, { now }) {
    const { id, version } = present
    const before = describeDepartment(present)
    expectVersion('department', version, input.expectedVersion, { id, version, ...before })
    const after = {
      name: input.name ?? present.name,
      defaultLevel: input.defaultLevel ?? present.defaultLevel,
    }
    const home = { id, name: after.name }
    const renamed = await renameDefaultSubscription(tx, home, now, present.name)
    const wanted = input.defaultSubscription
    const subscribed =
      wanted === undefined ? [] : await wantDefaultSubscription(tx, home, wanted, now)
    const own = isSame(before, after) ? [] : [auditOf('department.write', home, { before, after })]
    const [first, ...others] = [...own, ...renamed, ...subscribed]
    if (first === undefined) return { result: { id, version }, unchanged: true }
    await unlessNameTaken(
      tx
        .update(department)
        .set({ ...after, version: version + 1 })
        .where(eq(department.id, id)),
      after.name,
    )
    return {
      result: { id, version: version + 1 },
      audit: [first, ...others],
      topics: ['people', 'projects', 'policy', 'subscriptions'],
    }
  },
})
