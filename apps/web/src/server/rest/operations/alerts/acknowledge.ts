import { acknowledgeAlert } from '@highwater/db/commands'
import { z } from 'zod'
import { defineOperation } from '../../define-operation.ts'
import { endBody } from './end-body.ts'
import { alertDetailAnswer, readAlert } from './read-alert.ts'

export const acknowledgeAlertOperation = defineOperation({
  method: 'POST',
  path: '/alerts/{id}/acknowledge',
  id: 'acknowledgeAlert',
  tag: 'alerts',
  summary: 'Stop the repeats of an open alert until its level rises or the time is up',
  access: 'alert.acknowledge',
  status: 200,
  body: z.strictObject(endBody),
  answer: alertDetailAnswer,
  async handle({ context, params, body }) {
    await acknowledgeAlert(context, { ...body, alert: params.id })
    return readAlert(context, params.id)
  },
})
