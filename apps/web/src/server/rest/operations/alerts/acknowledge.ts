import { acknowledgeAlert } from '@highwater/db/commands'
import { z } from 'zod'
import { defineOperation } from '../../define-operation.ts'
import { alertDetailAnswer, readAlert } from './read-alert.ts'

export const acknowledgeAlertOperation = defineOperation({
  method: 'POST',
  path: '/alerts/{id}/acknowledge',
  id: 'acknowledgeAlert',
  tag: 'alerts',
  summary: 'Stop the repeats of an open alert until its level rises or the time is up',
  access: 'alert.acknowledge',
  status: 200,
  body: z.strictObject({
    until: z.iso
      .datetime({ offset: true, error: 'Use an ISO 8601 time such as 2026-01-31T12:00:00Z.' })
      .optional(),
    minutes: z.int('Use whole minutes.').min(1).max(525_600).optional(),
  }),
  answer: alertDetailAnswer,
  async handle({ context, params, body }) {
    await acknowledgeAlert(context, { ...body, alert: params.id })
    return readAlert(context, params.id)
  },
})
