import type { ReadableStream } from 'node:stream/web'
import { type Locale, toIso, toSeconds } from '@highwater/core'
import type { AlertItem } from '@highwater/db/queries'
import { createTranslator } from 'next-intl'
import { type CsvColumn, streamCsv } from '../export/stream-csv.ts'
import { messagesOf } from '../i18n/messages.ts'
import { describeAlert } from './describe-alert.ts'

const seconds = (ms: number | null) => (ms === null ? '' : Math.round(ms) / 1_000)
const time = (at: AlertItem['openedAt'] | null) => (at === null ? '' : toIso(at))

/** Heading and content of each column, in the reader's language; times are ISO 8601 in UTC. */
function columnsIn(locale: Locale): readonly CsvColumn<AlertItem>[] {
  const messages = messagesOf(locale)
  const t = createTranslator({ locale, messages, namespace: 'alerts.export' })
  const common = createTranslator({ locale, messages, namespace: 'common' })
  return [
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
}

/** Alerts for a spreadsheet, a line each. */
export const alertsAsCsv = (alerts: AsyncIterable<AlertItem>, locale: Locale): ReadableStream =>
  streamCsv(alerts, columnsIn(locale))
