import { locales, toIso } from '@highwater/core'
import { noteAuditExport } from '@highwater/db/commands'
import { type AuditRecord, auditFilterFields, eachAuditEvent } from '@highwater/db/queries'
import { z } from 'zod'
import { auditAsCsv } from '../../../../audit-text/audit-as-csv.ts'
import { fileAnswer } from '../../../../export/file-answer.ts'
import { streamJson } from '../../../../export/stream-json.ts'
import { defineOperation } from '../../define-operation.ts'

const shape = ({ at, ...entry }: AuditRecord) => ({ at: toIso(at), ...entry })

/** Streamed, so that any number of entries can be exported; the audit keeps who did. */
export const exportAuditEventsOperation = defineOperation({
  method: 'GET',
  path: '/audit-events/export',
  id: 'exportAuditEvents',
  tag: 'audit',
  summary: 'Export every entry of a filter as comma-separated values or JSON',
  access: 'audit.export',
  status: 200,
  query: z.strictObject({
    ...auditFilterFields,
    format: z.enum(['csv', 'json']).default('csv'),
    locale: z.enum(locales).default('en').describe('The language of headings and words in CSV.'),
  }),
  async handle({ services, viewerStill, context, query }) {
    const { locale, format, ...filter } = query
    await noteAuditExport(context, { ...filter, format })
    const entries = eachAuditEvent(services.db, viewerStill, filter)
    const body = format === 'csv' ? auditAsCsv(entries, locale) : streamJson(entries, shape)
    return fileAnswer(body, 'audit', format)
  },
})
