import type { ReadableStream } from 'node:stream/web'
import { type Locale, toIso } from '@highwater/core'
import type { AuditRecord } from '@highwater/db/queries'
import { createTranslator } from 'next-intl'
import { type CsvColumn, streamCsv } from '../export/stream-csv.ts'
import { messagesOf } from '../i18n/messages.ts'
import { resultOf } from './result-of.ts'

/** Heading and content of each column, in the reader's language; times are ISO 8601 in UTC. */
function columnsIn(locale: Locale): readonly CsvColumn<AuditRecord>[] {
  const t = createTranslator({ locale, messages: messagesOf(locale), namespace: 'audit' })
  return [
    [t('export.id'), (entry) => entry.id],
    [t('column.time'), (entry) => toIso(entry.at)],
    [t('column.who'), (entry) => entry.actorName],
    [t('export.actorType'), (entry) => t(`actor.${entry.actorType}`)],
    [t('export.actorId'), (entry) => entry.actorId ?? ''],
    [t('detail.role'), (entry) => entry.actorRole ?? ''],
    [t('export.departmentId'), (entry) => entry.departmentId ?? ''],
    [t('column.operation'), (entry) => t(`operation.${entry.operation}`)],
    [t('detail.action'), (entry) => entry.action],
    [t('column.target'), (entry) => t(`target.${entry.target}`)],
    [t('export.targetName'), (entry) => entry.targetName ?? ''],
    [t('export.targetId'), (entry) => entry.targetId ?? ''],
    [t('column.result'), (entry) => t(`result.${resultOf(entry)}`)],
    [t('detail.reason'), (entry) => entry.reason ?? ''],
    [t('column.risk'), (entry) => t(`risk.${entry.risk}`)],
    [t('column.address'), (entry) => entry.ip ?? ''],
    [t('detail.userAgent'), (entry) => entry.userAgent ?? ''],
    [t('detail.requestId'), (entry) => entry.requestId],
    [
      t('detail.changes'),
      (entry) => (entry.changes.length === 0 ? '' : JSON.stringify(entry.changes)),
    ],
    [t('export.seal'), (entry) => entry.seal ?? ''],
  ]
}

/** The operation audit for a spreadsheet, a line for each entry. */
export const auditAsCsv = (entries: AsyncIterable<AuditRecord>, locale: Locale): ReadableStream =>
  streamCsv(entries, columnsIn(locale))
