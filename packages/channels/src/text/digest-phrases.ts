import type { Locale } from '@highwater/core'
import type { AlertState } from '@highwater/core/alert'
import type { DigestReason } from '@highwater/core/notify'

/** What only a digest says. */
export interface DigestPhrases {
  readonly state: Readonly<Record<AlertState, string>>
  readonly openList: string
  headline(count: number): string
  why(reason: DigestReason, subscription: string): string
  member(state: string, shortId: string, subject: string, event: string, level: string): string
  more(count: number): string
}

export const digestPhrases: Readonly<Record<Locale, DigestPhrases>> = {
  'zh-CN': {
    state: { pending: '待触发', firing: '告警中', recovering: '恢复中', closed: '已结束' },
    openList: '查看全部告警',
    headline: (count) => `【汇总】${count} 条告警`,
    why: (reason, subscription) =>
      reason === 'storm'
        ? `短时间内告警过多，订阅“${subscription}”的这些告警合并为一条消息。`
        : `订阅“${subscription}”已达到接收上限，超出的消息涉及以下告警。`,
    member: (state, shortId, subject, event, level) =>
      `[${state}] ${shortId} ${subject} ${event}（${level}）`,
    more: (count) => `还有 ${count} 条，请到控制台查看。`,
  },
  en: {
    state: { pending: 'pending', firing: 'firing', recovering: 'recovering', closed: 'closed' },
    openList: 'Open the list of alerts',
    headline: (count) => `Digest: ${count} ${count === 1 ? 'alert' : 'alerts'}`,
    why: (reason, subscription) =>
      reason === 'storm'
        ? `Many alerts opened at once; this one message names those of the subscription "${subscription}".`
        : `The subscription "${subscription}" reached its receive limit; what went beyond it was about these alerts.`,
    member: (state, shortId, subject, event, level) =>
      `[${state}] ${shortId} ${subject}: ${event} (${level})`,
    more: (count) => `And ${count} more: see the console.`,
  },
}
