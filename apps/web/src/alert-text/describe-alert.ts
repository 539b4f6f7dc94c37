import { assertNever, type Locale, type Millis } from '@highwater/core'
import { type AlertEvent, figureToTell, type Particulars } from '@highwater/core/alert'
import { measuredLength } from './measured-length.ts'
import { sayParticulars } from './say-particulars.ts'

/** What has to be known of an alert to say it in one sentence. */
export interface AlertFacts {
  readonly event: AlertEvent
  /** The name of the project, source, host or channel. */
  readonly subject: string
  readonly observedMs: Millis | null
  readonly thresholdMs: Millis
  /** The source's own words. */
  readonly detail: string | null
  readonly particulars: Particulars | null
  /** The figure is old: no newer one has arrived. */
  readonly stale: boolean
}

interface Sentences {
  readonly title: string
  /** What happened, whether the figure is old, and what the source said. */
  readonly detail: string
}

function englishTitle(event: AlertEvent, subject: string, observed: string | null): string {
  const length = observed ?? 'too long'
  switch (event) {
    case 'sync_delay':
    case 'migration_delay':
      return `${subject} is ${observed ?? 'too far'} behind`
    case 'sync_failed':
    case 'migration_failed':
      return `${subject} has been interrupted for ${length}`
    case 'no_signal':
      return `${subject} has sent no signal for ${length}`
    case 'paused_too_long':
      return `${subject} has been paused for ${length}`
    case 'sync_status_inconsistent':
      return `${subject} is said to be stopped, yet its position moved on for ${length}`
    case 'host_down':
      return `Host ${subject} has sent no heartbeat for ${length}`
    case 'host_down_migrate_resource':
      return `The work of host ${subject} was taken over`
    case 'host_threshold':
      return `Host ${subject} has been short of resources for ${length}`
    case 'source_down':
      return `Nothing has come from the source ${subject} for ${length}`
    case 'channel_down':
      return `Channel ${subject} has delivered nothing for ${length}`
    case 'clock_skew':
      return `The clock of ${subject} is ${observed ?? 'too far'} ahead`
    case 'evaluation_gap':
      return `${subject} judged no project for ${length}`
    default:
      return assertNever(event)
  }
}

function chineseTitle(event: AlertEvent, subject: string, observed: string | null): string {
  const length = observed === null ? '过久' : ` ${observed}`
  switch (event) {
    case 'sync_delay':
      return `${subject} 同步延迟${length}`
    case 'migration_delay':
      return `${subject} 迁移延迟${length}`
    case 'sync_failed':
    case 'migration_failed':
      return `${subject} 已中断${length}`
    case 'no_signal':
      return `${subject} 无信号${length}`
    case 'paused_too_long':
      return `${subject} 已暂停${length}`
    case 'sync_status_inconsistent':
      return `${subject} 显示已停止，位点却仍前进了${length}`
    case 'host_down':
      return `主机 ${subject} 无心跳${length}`
    case 'host_down_migrate_resource':
      return `主机 ${subject} 的工作已被接管`
    case 'host_threshold':
      return `主机 ${subject} 资源不足${length}`
    case 'source_down':
      return `数据来源 ${subject} 无数据${length}`
    case 'channel_down':
      return `通道 ${subject} 无法送达${length}`
    case 'clock_skew':
      return `${subject} 的时钟超前${length}`
    case 'evaluation_gap':
      return `${subject} 未检测任何项目${length}`
    default:
      return assertNever(event)
  }
}

/** An alert in a sentence, such as "pay-orders is 412 s behind, limit 60 s". */
export function describeAlert(facts: AlertFacts, locale: Locale): Sentences {
  const { event, subject, observedMs, thresholdMs, detail, stale } = facts
  const observed =
    observedMs === null
      ? null
      : measuredLength(figureToTell(event, observedMs, thresholdMs), locale)
  const more = sayParticulars(facts.particulars, locale)
  // Where nothing at all is allowed there is no limit to name, and figures have limits of their own.
  const hasLimit = thresholdMs > 0 && event !== 'host_threshold'
  const limit = hasLimit ? measuredLength(thresholdMs, locale) : null
  if (locale === 'en') {
    const allowed = limit === null ? '' : `, limit ${limit}`
    const title = `${englishTitle(event, subject, observed)}${allowed}${more}`
    const old = stale ? ' This figure is old: no newer one has arrived.' : ''
    return {
      title,
      detail: `${title}.${old}${detail === null ? '' : ` The source says: ${detail}`}`,
    }
  }
  const allowed = limit === null ? '' : `，阈值 ${limit}`
  const title = `${chineseTitle(event, subject, observed)}${allowed}${more}`
  const old = stale ? '该数值已过时：此后未再收到新数值。' : ''
  return { title, detail: `${title}。${old}${detail === null ? '' : `来源信息：${detail}`}` }
}
