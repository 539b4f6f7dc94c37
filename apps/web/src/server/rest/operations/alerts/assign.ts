import { assignAlert } from '@highwater/db/commands'
import { z } from 'zod'
import { defineOperation } from '../../define-operation.ts'
import { alertDetailAnswer, readAlert } from './read-alert.ts'

export const assignAlertOperation = defineOperation({
  method: 'POST',
  path: '/alerts/{id}/assign',
  id: 'assignAlert',
  tag: 'alerts',
  summary: 'Hand an open alert to a person, or take it from whoever has it',
  access: 'alert.assign',
  status: 200,
  body: z.strictObject({
    assignee: z
      .string()
      .trim()
      .min(1)
      .max(200)
      .nullable()
      .describe('An account by id or e-mail address; null for nobody.'),
  }),
  answer: alertDetailAnswer,
  async handle({ context, params, body }) {
    await assignAlert(context, { ...body, alert: params.id })
    return readAlert(context, params.id)
  },
})
