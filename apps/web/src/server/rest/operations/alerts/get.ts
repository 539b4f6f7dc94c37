import { defineOperation } from '../../define-operation.ts'
import { alertDetailAnswer, readAlert } from './read-alert.ts'

export const getAlertOperation = defineOperation({
  method: 'GET',
  path: '/alerts/{id}',
  id: 'getAlert',
  tag: 'alerts',
  summary: 'Read an alert with its timeline and with everybody who was told',
  access: 'alert.read',
  status: 200,
  answer: alertDetailAnswer,
  handle: ({ context, params }) => readAlert(context, params.id),
})
