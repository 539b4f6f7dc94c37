import { unacknowledgeAlert } from '@highwater/db/commands'
import { z } from 'zod'
import { defineOperation } from '../../define-operation.ts'
import { alertDetailAnswer, readAlert } from './read-alert.ts'

export const unacknowledgeAlertOperation = defineOperation({
  method: 'POST',
  path: '/alerts/{id}/unacknowledge',
  id: 'unacknowledgeAlert',
  tag: 'alerts',
  summary: 'Take an acknowledgement back: repeats go out again when they are due',
  access: 'alert.acknowledge',
  status: 200,
  body: z.strictObject({}),
  answer: alertDetailAnswer,
  async handle({ context, params }) {
    await unacknowledgeAlert(context, { alert: params.id })
    return readAlert(context, params.id)
  },
})
