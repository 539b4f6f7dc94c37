import { assertNever } from '@highwater/core'
import type { HostFigureName, Particulars } from '@highwater/core/alert'
import type { Phrases } from './phrases.ts'

const limit = (threshold: string | null): string =>
  threshold === null ? '' : `，限值 ${threshold}`

const figureNames: Readonly<Record<HostFigureName, string>> = {
  cpu: 'CPU',
  memory: '内存',
  disk: '磁盘',
}

/** Which alerts wait for the channel; nothing where none does. */
function waitingFor(particulars: Particulars | null): string {
  if (particulars?.type !== 'withheld' || particulars.alerts === 0) return ''
  const { alerts, named } = particulars
  const waiting = `；${alerts} 条告警未能发出`
  if (named.length === 0) return waiting
  return `${waiting}：${named.join('、')}${alerts > named.length ? ' 等' : ''}`
}

/** What an alert has to say, in one Chinese sentence without its stop. */
export const chineseSentence: Phrases['sentence'] = (event, observed, threshold, particulars) => {
  switch (event) {
    case 'sync_delay':
    case 'migration_delay':
      return `落后 ${observed}${limit(threshold)}`
    case 'sync_failed':
    case 'migration_failed':
      return `已中断 ${observed}${limit(threshold)}`
    case 'no_signal':
      return `已有 ${observed}没有收到信号${limit(threshold)}`
    case 'paused_too_long':
      return `已暂停 ${observed}${limit(threshold)}`
    case 'sync_status_inconsistent':
      return `项目显示已停止，位点却仍前进了 ${observed}${limit(threshold)}`
    case 'host_down':
      return `已有 ${observed}没有心跳${limit(threshold)}`
    case 'host_down_migrate_resource':
      return particulars?.type === 'taken_over'
        ? `其工作已由 ${particulars.by.join('、')} 接管：消息 ${particulars.messages} 条，来源 ${particulars.sources} 个`
        : '其工作已由其他主机接管'
    case 'host_threshold':
      return particulars?.type === 'host_figures'
        ? `${particulars.figures.map((figure) => `${figureNames[figure.name]} ${figure.percent}%（限值 ${figure.limit}%）`).join('，')}，已持续 ${observed}`
        : `资源不足已持续 ${observed}`
    case 'source_down':
      return `已有 ${observed}没有从该来源取到数据${limit(threshold)}`
    case 'channel_down':
      return `该通道已有 ${observed}没有成功送达${limit(threshold)}${waitingFor(particulars)}`
    case 'clock_skew':
      return `其时钟超前 ${observed}${limit(threshold)}`
    case 'evaluation_gap':
      return `有 ${observed}没有检测任何项目${limit(threshold)}，现已恢复检测`
    default:
      return assertNever(event)
  }
}
