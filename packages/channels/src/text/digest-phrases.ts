import type { Locale } from '@highwater/core'
import type { AlertState } from '@highwater/core/alert'
import type { DigestReason } from '@highwater/core/notify'

/** What only a digest says. */
export interface DigestPhrases {
  readonly state: Readonly<Record<AlertState, string>>
  readonly openList: string
  headline(count: number): string
  readonly why: Readonly<Record<Exclude<DigestReason, 'gap'>, (subscription: string) => string>>
  /** Alerts that nobody was told of in time; the ends of that time are null where it is not known. */
  cameAndWent(
    count: number,
    unwatched: { readonly from: string; readonly to: string } | null,
  ): string
  member(state: string, shortId: string, subject: string, event: string, level: string): string
  more(count: number): string
}

export const digestPhrases: Readonly<Record<Locale, DigestPhrases>> = {
  'zh-CN': {
    state: { pending: '待触发', firing: '告警中', recovering: '恢复中', closed: '已结束' },
    openList: '查看全部告警',
    headline: (count) => `【汇总】${count} 条告警`,
    why: {
      storm: (subscription) => `短时间内告警过多，订阅“${subscription}”的这些告警合并为一条消息。`,
      limit: (subscription) => `订阅“${subscription}”已达到接收上限，超出的消息涉及以下告警。`,
    },
    cameAndWent: (count, unwatched) =>
      unwatched === null
        ? `检测中断期间有 ${count} 条告警触发并已结束，现补充告知。`
        : `${unwatched.from} 至 ${unwatched.to} 检测中断，期间有 ${count} 条告警触发并已结束，现补充告知。`,
    member: (state, shortId, subject, event, level) =>
      `[${state}] ${shortId} ${subject} ${event}（${level}）`,
    more: (count) => `还有 ${count} 条，请到控制台查看。`,
  },
  en: {
    state: { pending: 'pending', firing: 'firing', recovering: 'recovering', closed: 'closed' },
    openList: 'Open the list of alerts',
    headline: (count) => `Digest: ${count} ${count === 1 ? 'alert' : 'alerts'}`,
    why: {
      storm: (subscription) =>
        `Many alerts opened at once; this one message names those of the subscription "${subscription}".`,
      limit: (subscription) =>
        `The subscription "${subscription}" reached its receive limit; what went beyond it was about these alerts.`,
    },
    cameAndWent: (count, unwatched) => {
      const alerts = `${count} ${count === 1 ? 'alert' : 'alerts'}`
      const time = unwatched === null ? '' : `, ${unwatched.from} to ${unwatched.to}`
      return `${alerts} came and went while nobody was watching${time}.`
    },
    member: (state, shortId, subject, event, level) =>
      `[${state}] ${shortId} ${subject}: ${event} (${level})`,
    more: (count) => `And ${count} more: see the console.`,
  },
}
