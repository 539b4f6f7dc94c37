import { listAlerts, listAlertsInput } from '@highwater/db/queries'
import { defineOperation } from '../../define-operation.ts'
import { pageOf } from '../../wire.ts'
import { alertAnswer, toAlert } from './alert-answer.ts'

export const listAlertsOperation = defineOperation({
  method: 'GET',
  path: '/alerts',
  id: 'listAlerts',
  tag: 'alerts',
  summary: 'List alerts, newest first',
  access: 'alert.read',
  status: 200,
  query: listAlertsInput,
  answer: pageOf(alertAnswer),
  async handle({ services, viewer, query }) {
    const { items, nextCursor } = await listAlerts(services.db, viewer, query)
    return { items: items.map(toAlert), nextCursor }
  },
})
