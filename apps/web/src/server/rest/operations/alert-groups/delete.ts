import { deleteAlertGroup } from '@highwater/db/commands'
import { defineOperation } from '../../define-operation.ts'

export const deleteAlertGroupOperation = defineOperation({
  method: 'DELETE',
  path: '/alert-groups/{id}',
  id: 'deleteAlertGroup',
  tag: 'alert groups',
  summary: 'Delete an alert group that no subscription names',
  access: 'group.write',
  status: 204,
  async handle({ context, params }) {
    await deleteAlertGroup(context, { group: params.id })
  },
})
