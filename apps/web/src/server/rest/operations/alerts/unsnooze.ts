import { unsnoozeAlert } from '@highwater/db/commands'
import { z } from 'zod'
import { defineOperation } from '../../define-operation.ts'
import { alertDetailAnswer, readAlert } from './read-alert.ts'

export const unsnoozeAlertOperation = defineOperation({
  method: 'POST',
  path: '/alerts/{id}/unsnooze',
  id: 'unsnoozeAlert',
  tag: 'alerts',
  summary: 'End a snooze early',
  access: 'alert.snooze',
  status: 200,
  body: z.strictObject({}),
  answer: alertDetailAnswer,
  async handle({ context, params, body }) {
    await unsnoozeAlert(context, { ...body, alert: params.id })
    return readAlert(context, params.id)
  },
})
