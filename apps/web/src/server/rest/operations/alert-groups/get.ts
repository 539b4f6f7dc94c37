import { defineOperation } from '../../define-operation.ts'
import { alertGroupAnswer } from './alert-group-answer.ts'
import { readAlertGroup } from './read-alert-group.ts'

export const getAlertGroupOperation = defineOperation({
  method: 'GET',
  path: '/alert-groups/{id}',
  id: 'getAlertGroup',
  tag: 'alert groups',
  summary: 'Read an alert group',
  access: 'group.read',
  status: 200,
  answer: alertGroupAnswer,
  handle: ({ context, params }) => readAlertGroup(context, params.id),
})
