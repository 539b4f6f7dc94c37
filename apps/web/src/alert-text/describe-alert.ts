import { assertNever, type Locale, type Millis } from '@highwater/core'
import type { AlertEvent } from '@highwater/core/alert'
import { measuredLength } from './measured-length.ts'

/** What has to be known of an alert to say it in one sentence. */
export interface AlertFacts {
  readonly event: AlertEvent
  /** The project's or source's name. */
  readonly subject: string
  readonly observedMs: Millis | null
  readonly thresholdMs: Millis
  /** The source's own words. */
  readonly detail: string | null
  /** The figure is old: no signal has arrived since. */
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
    case 'source_down':
      return `Nothing has come from the source ${subject} for ${length}`
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
    case 'source_down':
      return `采集源 ${subject} 无数据${length}`
    default:
      return assertNever(event)
  }
}

/** An alert in a sentence, such as "pay-orders is 412 s behind, limit 60 s". */
export function describeAlert(facts: AlertFacts, locale: Locale): Sentences {
  const { event, subject, observedMs, thresholdMs, detail, stale } = facts
  const observed = observedMs === null ? null : measuredLength(observedMs, locale)
  const limit = measuredLength(thresholdMs, locale)
  if (locale === 'en') {
    const title = `${englishTitle(event, subject, observed)}, limit ${limit}`
    const old = stale ? ' This figure is old: no signal has arrived since.' : ''
    return {
      title,
      detail: `${title}.${old}${detail === null ? '' : ` The source says: ${detail}`}`,
    }
  }
  const title = `${chineseTitle(event, subject, observed)}，阈值 ${limit}`
  const old = stale ? '该数值已过时：此后未再收到信号。' : ''
  return { title, detail: `${title}。${old}${detail === null ? '' : `来源信息：${detail}`}` }
}
