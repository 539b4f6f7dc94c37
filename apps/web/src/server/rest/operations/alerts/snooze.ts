import { snoozeAlert } from '@highwater/db/commands'
import { z } from 'zod'
import { defineOperation } from '../../define-operation.ts'
import { endBody } from './end-body.ts'
import { alertDetailAnswer, readAlert } from './read-alert.ts'

export const snoozeAlertOperation = defineOperation({
  method: 'POST',
  path: '/alerts/{id}/snooze',
  id: 'snoozeAlert',
  tag: 'alerts',
  summary: 'Hold the repeats of an open alert back for a while',
  access: 'alert.snooze',
  status: 200,
  body: z.strictObject(endBody),
  answer: alertDetailAnswer,
  async handle({ context, params, body }) {
    await snoozeAlert(context, { ...body, alert: params.id })
    return readAlert(context, params.id)
  },
})
