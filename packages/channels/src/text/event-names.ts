import { locales, type MessageLocale } from '@highwater/core'
import { type AlertEvent, alertEvents, alertEventTitles } from '@highwater/core/alert'

/** The console does not speak it; messages do. */
const taiwanese: Readonly<Record<AlertEvent, string>> = {
  sync_delay: '同步延遲超過上限',
  migration_delay: '移轉延遲超過上限',
  sync_failed: '同步中斷',
  migration_failed: '移轉中斷',
  no_signal: '無訊號',
  paused_too_long: '暫停過久',
  sync_status_inconsistent: '狀態不一致',
  host_down: '主機失聯',
  host_down_migrate_resource: '主機工作已被接手',
  host_threshold: '主機資源不足',
  source_down: '資料來源無法連線',
  channel_down: '警報通道故障',
  clock_skew: '時鐘偏差',
  evaluation_gap: '偵測曾中斷',
}

const inSentence = (title: string): string => title.charAt(0).toLowerCase() + title.slice(1)

/** The name of each event as it stands within a sentence. */
export function eventNames(locale: MessageLocale): Readonly<Record<AlertEvent, string>> {
  const shown = locales.find((known) => known === locale)
  if (shown === undefined) return taiwanese
  return Object.fromEntries(
    alertEvents.map((event) => [event, inSentence(alertEventTitles[event][shown])]),
  ) as Record<AlertEvent, string>
}
