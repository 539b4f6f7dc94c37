import { locales } from '@highwater/core'
import { noteAlertExport } from '@highwater/db/commands'
import { alertFilterFields, eachAlert } from '@highwater/db/queries'
import { z } from 'zod'
import { alertsAsCsv } from '../../../../alert-text/alerts-as-csv.ts'
import { fileAnswer } from '../../../../export/file-answer.ts'
import { defineOperation } from '../../define-operation.ts'

/** Streamed, so that any number of alerts can be exported; the audit keeps who did. */
export const exportAlertsOperation = defineOperation({
  method: 'GET',
  path: '/alerts/export',
  id: 'exportAlerts',
  tag: 'alerts',
  summary: 'Export every alert of a filter as comma-separated values',
  access: 'alert.export',
  status: 200,
  query: z.strictObject({
    ...alertFilterFields,
    locale: z.enum(locales).default('en').describe('The language of headings and words.'),
  }),
  async handle({ services, viewerStill, context, query }) {
    const { locale, ...filter } = query
    await noteAlertExport(context, filter)
    const alerts = eachAlert(services.db, viewerStill, filter)
    return fileAnswer(alertsAsCsv(alerts, locale), 'alerts', 'csv')
  },
})
