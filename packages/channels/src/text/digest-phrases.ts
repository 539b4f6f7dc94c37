import type { MessageLocale } from '@highwater/core'
import type { AlertState } from '@highwater/core/alert'
import type { AggregationDimension, DigestReason } from '@highwater/core/notify'

/** Whose alerts a digest gathers; empty where nobody's in particular. */
export interface DigestOrigin {
  readonly subscription: string
  readonly group: string
}

/** What only a digest says. */
export interface DigestPhrases {
  readonly state: Readonly<Record<AlertState, string>>
  readonly openList: string
  headline(count: number): string
  /** What `group` lists, the alerts have in common. */
  readonly why: Readonly<Record<Exclude<DigestReason, 'gap'>, (of: DigestOrigin) => string>>
  readonly dimension: Readonly<Record<AggregationDimension, string>>
  /** Alerts that nobody was told of in time; the ends of that time are null where it is not known. */
  cameAndWent(
    count: number,
    unwatched: { readonly from: string; readonly to: string } | null,
  ): string
  member(state: string, shortId: string, subject: string, event: string, level: string): string
  more(count: number): string
}

export const digestPhrases: Readonly<Record<MessageLocale, DigestPhrases>> = {
  'zh-CN': {
    state: { pending: '待触发', firing: '告警中', recovering: '恢复中', closed: '已结束' },
    dimension: {
      event: '告警类型',
      level: '保护级别',
      severity: '严重程度',
      department: '部门',
      project: '项目',
      tag: '标签',
    },
    openList: '查看全部告警',
    headline: (count) => `【汇总】${count} 条告警`,
    why: {
      storm: ({ subscription }) =>
        `短时间内告警过多，订阅“${subscription}”的这些告警合并为一条消息。`,
      limit: ({ subscription }) => `订阅“${subscription}”已达到接收上限，超出的消息涉及以下告警。`,
      late: () => '这些告警在检测恢复后才发现，合并为一条消息。',
      budget: () => '等待发送的消息超过了机器人的频率限制，合并为一条消息。',
      outage: () => '通道恢复，故障期间积压的消息合并为一条。',
      aggregation: ({ group }) => `同类告警合并为一条消息：${group}。`,
    },
    cameAndWent: (count, unwatched) =>
      unwatched === null
        ? `检测中断期间有 ${count} 条告警触发并已结束，现补充告知。`
        : `${unwatched.from} 至 ${unwatched.to} 检测中断，期间有 ${count} 条告警触发并已结束，现补充告知。`,
    member: (state, shortId, subject, event, level) =>
      `[${state}] ${shortId} ${subject} ${event}（${level}）`,
    more: (count) => `还有 ${count} 条，请到控制台查看。`,
  },
  'zh-TW': {
    state: { pending: '待觸發', firing: '警報中', recovering: '恢復中', closed: '已結束' },
    dimension: {
      event: '警報類型',
      level: '保護等級',
      severity: '嚴重程度',
      department: '部門',
      project: '專案',
      tag: '標籤',
    },
    openList: '查看全部警報',
    headline: (count) => `【彙整】${count} 則警報`,
    why: {
      storm: ({ subscription }) =>
        `短時間內警報過多，訂閱「${subscription}」的這些警報合併為一則訊息。`,
      limit: ({ subscription }) => `訂閱「${subscription}」已達接收上限，超出的訊息涉及以下警報。`,
      late: () => '這些警報在偵測恢復後才發現，合併為一則訊息。',
      budget: () => '等待傳送的訊息超過了機器人的頻率限制，合併為一則訊息。',
      outage: () => '通道恢復，故障期間積壓的訊息合併為一則。',
      aggregation: ({ group }) => `同類警報合併為一則訊息：${group}。`,
    },
    cameAndWent: (count, unwatched) =>
      unwatched === null
        ? `偵測中斷期間有 ${count} 則警報觸發後已結束，現補充告知。`
        : `${unwatched.from} 至 ${unwatched.to} 偵測中斷，期間有 ${count} 則警報觸發後已結束，現補充告知。`,
    member: (state, shortId, subject, event, level) =>
      `[${state}] ${shortId} ${subject} ${event}（${level}）`,
    more: (count) => `還有 ${count} 則，請到主控台查看。`,
  },
  en: {
    state: { pending: 'pending', firing: 'firing', recovering: 'recovering', closed: 'closed' },
    dimension: {
      event: 'event',
      level: 'level',
      severity: 'severity',
      department: 'department',
      project: 'project',
      tag: 'tags',
    },
    openList: 'Open the list of these alerts',
    headline: (count) => `Digest: ${count} ${count === 1 ? 'alert' : 'alerts'}`,
    why: {
      storm: ({ subscription }) =>
        `Many alerts opened at once; this one message names those of the subscription "${subscription}".`,
      limit: ({ subscription }) =>
        `The subscription "${subscription}" reached its receive limit; what went beyond it was about these alerts.`,
      late: () =>
        'This one message names what was found when Highwater watched again after a pause.',
      budget: () => 'More was waiting than this robot may be sent; this one message names it all.',
      outage: () => 'The channel is back; this one message tells of everything that waited for it.',
      aggregation: ({ group }) => `Alerts that are alike, in one message: ${group}.`,
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
