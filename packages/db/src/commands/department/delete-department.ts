import { AppError } from '@highwater/core'
import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { idInput } from '../../queries/inputs.ts'
import { department } from '../../schema/index.ts'
import { auditOf } from '../audit-terms.ts'
import { defineCommand } from '../define-command.ts'
import { expectedVersion, expectVersion } from '../expect-version.ts'
import { expectEmpty } from './contents-of.ts'
import { deleteDefaultSubscription } from './default-subscription.ts'
import { departmentResource, describeDepartment, loadDepartment } from './load-department.ts'

/** Deletes a department in which nothing is left. Its name is free again, its history stays. */
export const deleteDepartment = defineCommand({
  action: 'department.write',
  input: z.strictObject({ department: idInput<'department'>(), expectedVersion }),
  load: (tx, input, context) => loadDepartment(tx, input.department, context),
  resource: departmentResource,
  async change(tx, present, input, { now }) {
    const { id, version, name } = present
    const before = describeDepartment(present)
    expectVersion('department', version, input.expectedVersion, { id, version, ...before })
    if (present.isDefault) {
      const message = `"${name}" takes in what names no department, so it cannot be deleted. Rename it instead.`
      throw new AppError('in_use', message)
    }
    await expectEmpty(tx, present)
    const subscribed = await deleteDefaultSubscription(tx, present, now)
    await tx
      .update(department)
      .set({ deletedAt: now, onCall: null, version: version + 1 })
      .where(eq(department.id, id))
    return {
      result: { id },
      audit: [
        auditOf('department.write', present, { before }, { operation: 'deletion' }),
        ...subscribed,
      ],
      topics: ['people', 'subscriptions'],
    }
  },
})
