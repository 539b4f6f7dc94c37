import { commentOnAlert } from '@highwater/db/commands'
import { z } from 'zod'
import { defineOperation } from '../../define-operation.ts'
import { alertDetailAnswer, readAlert } from './read-alert.ts'

export const commentOnAlertOperation = defineOperation({
  method: 'POST',
  path: '/alerts/{id}/comment',
  id: 'commentOnAlert',
  tag: 'alerts',
  summary: 'Put a remark into the timeline of an alert',
  access: 'alert.comment',
  status: 200,
  body: z.strictObject({ text: z.string().trim().min(1, 'Write something.').max(2_000) }),
  answer: alertDetailAnswer,
  async handle({ context, params, body }) {
    await commentOnAlert(context, { ...body, alert: params.id })
    return readAlert(context, params.id)
  },
})
