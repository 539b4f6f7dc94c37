import { assertNever } from '@highwater/core'
import type { HostFigureName, Particulars } from '@highwater/core/alert'
import type { Phrases } from './phrases.ts'

const limit = (threshold: string | null): string =>
  threshold === null ? '' : `，上限 ${threshold}`

const figureNames: Readonly<Record<HostFigureName, string>> = {
  cpu: 'CPU',
  memory: '記憶體',
  disk: '磁碟',
}

/** Which alerts wait for the channel; nothing where none does. */
function waitingFor(particulars: Particulars | null): string {
  if (particulars?.type !== 'withheld' || particulars.alerts === 0) return ''
  const { alerts, named } = particulars
  const waiting = `；${alerts} 則警報未能發出`
  if (named.length === 0) return waiting
  return `${waiting}：${named.join('、')}${alerts > named.length ? ' 等' : ''}`
}

/** What an alert has to say, in one sentence as Taiwan writes it, without its stop. */
export const taiwaneseSentence: Phrases['sentence'] = (event, observed, threshold, particulars) => {
  switch (event) {
    case 'sync_delay':
    case 'migration_delay':
      return `落後 ${observed}${limit(threshold)}`
    case 'sync_failed':
    case 'migration_failed':
      return `已中斷 ${observed}${limit(threshold)}`
    case 'no_signal':
      return `已有 ${observed}沒有收到訊號${limit(threshold)}`
    case 'paused_too_long':
      return `已暫停 ${observed}${limit(threshold)}`
    case 'sync_status_inconsistent':
      return `專案顯示已停止，同步位置卻仍前進了 ${observed}${limit(threshold)}`
    case 'host_down':
      return `已有 ${observed}沒有心跳${limit(threshold)}`
    case 'host_down_migrate_resource':
      return particulars?.type === 'taken_over'
        ? `其工作已由 ${particulars.by.join('、')} 接手：訊息 ${particulars.messages} 則，來源 ${particulars.sources} 個`
        : '其工作已由其他主機接手'
    case 'host_threshold':
      return particulars?.type === 'host_figures'
        ? `${particulars.figures.map((figure) => `${figureNames[figure.name]} ${figure.percent}%（上限 ${figure.limit}%）`).join('，')}，已持續 ${observed}`
        : `資源不足已持續 ${observed}`
    case 'source_down':
      return `已有 ${observed}沒有從該來源取得資料${limit(threshold)}`
    case 'channel_down':
      return `該通道已有 ${observed}沒有成功送達${limit(threshold)}${waitingFor(particulars)}`
    case 'clock_skew':
      return `其時鐘快了 ${observed}${limit(threshold)}`
    case 'evaluation_gap':
      return `有 ${observed}沒有偵測任何專案${limit(threshold)}，現已恢復偵測`
    default:
      return assertNever(event)
  }
}
