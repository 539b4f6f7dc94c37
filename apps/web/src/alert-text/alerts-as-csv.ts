import { pipeline, Readable } from 'node:stream'
import { ReadableStream } from 'node:stream/web'
import { type Locale, toIso, toSeconds } from '@highwater/core'
import type { AlertItem } from '@highwater/db/queries'
import { type ColumnOption, stringify } from 'csv-stringify'
import { createTranslator } from 'next-intl'
import { messagesOf } from '../i18n/messages.ts'
import { describeAlert } from './describe-alert.ts'

const seconds = (ms: number | null) => (ms === null ? '' : Math.round(ms) / 1_000)
const time = (at: AlertItem['openedAt'] | null) => (at === null ? '' : toIso(at))

/** Heading and content of each column, in the reader's language; times are ISO 8601 in UTC. */
function columnsIn(locale: Locale) {
  const messages = messagesOf(locale)
  const t = createTranslator({ locale, messages, namespace: 'alerts.export' })
  const common = createTranslator({ locale, messages, namespace: 'common' })
  const columns: readonly (readonly [string, (alert: AlertItem) => string | number])[] = [
    [t('id'), (alert) => alert.shortId],
    [t('event'), (alert) => common(`alertEvent.${alert.event}`)],
    [t('subject'), (alert) => alert.subject],
    [t('level'), (alert) => common(`level.${alert.level}`)],
    [t('state'), (alert) => common(`alertState.${alert.state}`)],
    [t('sending'), (alert) => common(`sendingStatus.${alert.sendingStatus}`)],
    [t('since'), (alert) => time(alert.since)],
    [t('firedAt'), (alert) => time(alert.firedAt)],
    [t('closedAt'), (alert) => time(alert.closedAt)],
    [
      t('closeReason'),
      (alert) => (alert.closeReason === null ? '' : common(`closeReason.${alert.closeReason}`)),
    ],
    [t('observed'), (alert) => seconds(alert.observedMs)],
    [t('threshold'), (alert) => toSeconds(alert.thresholdMs)],
    [t('peak'), (alert) => seconds(alert.peakMs)],
    [t('repeats'), (alert) => alert.repeats],
    [t('delivered'), (alert) => alert.notifications.delivered],
    [t('failed'), (alert) => alert.notifications.failed],
    [t('suppressed'), (alert) => alert.notifications.suppressed],
    [t('acknowledgedBy'), (alert) => alert.acknowledgedBy?.name ?? ''],
    [t('assignee'), (alert) => alert.assignee?.name ?? ''],
    [t('message'), (alert) => describeAlert(alert, locale).detail],
  ]
  return columns
}

/** The writer mixes strings with bytes; an answer takes bytes alone. */
async function* bytesOf(chunks: AsyncIterable<string | Uint8Array>) {
  for await (const chunk of chunks) yield Buffer.from(chunk)
}

/**
 * Alerts as comma-separated values, a line each, written as they come. When reading them fails the
 * stream breaks off with an error, so that nobody takes half a file for the whole.
 */
export function alertsAsCsv(alerts: AsyncIterable<AlertItem>, locale: Locale): ReadableStream {
  const columns = columnsIn(locale)
  const headings = columns.map(([header], index): ColumnOption => ({ key: String(index), header }))
  const writer = stringify({
    bom: true,
    header: true,
    columns: headings,
    record_delimiter: 'windows',
    // A name such as "=HYPERLINK(...)" must stay a name when a spreadsheet opens the file.
    escape_formulas: true,
  })
  const rows = async function* () {
    for await (const alert of alerts) yield columns.map(([, read]) => read(alert))
  }
  // The stream itself carries a failure on to whoever reads it.
  pipeline(Readable.from(rows()), writer, () => undefined)
  return ReadableStream.from(bytesOf(writer))
}
