import { closeAlert } from '@highwater/db/commands'
import { z } from 'zod'
import { defineOperation } from '../../define-operation.ts'
import { alertDetailAnswer, readAlert } from './read-alert.ts'

export const closeAlertOperation = defineOperation({
  method: 'POST',
  path: '/alerts/{id}/close',
  id: 'closeAlert',
  tag: 'alerts',
  summary: 'Close an alert though its breach may stand, and say why',
  access: 'alert.close',
  status: 200,
  body: z.strictObject({ reason: z.string().trim().min(1, 'Say why.').max(500) }),
  answer: alertDetailAnswer,
  async handle({ context, params, body }) {
    await closeAlert(context, { ...body, alert: params.id })
    return readAlert(context, params.id)
  },
})
