import type { Localized } from '../locale.ts'
import type { MessageKind } from '../notify/message.ts'

/** Why a message is not sent again at somebody's wish. */
export const replayRefusals = [
  'not_found',
  'forbidden',
  'not_failed',
  'is_test',
  'channel_deleted',
  'channel_disabled',
  'channel_kind_off',
  'newer_waits',
  'told_since',
  'newer_failed',
  'open_again',
] as const
export type ReplayRefusal = (typeof replayRefusals)[number]

export interface ReplayFacts {
  readonly kind: MessageKind
  readonly isFailed: boolean
  readonly channel: 'there' | 'disabled' | 'kind_off' | 'deleted'
  /** The best that became of newer messages of the same alert to the same channel. */
  readonly since: 'nothing' | 'waits' | 'told' | 'failed'
  /** Its alert is over; null for a digest, which has none of its own. */
  readonly isOver: boolean | null
}

/** Only what was given up is replayed, to a channel that is there, and never behind newer news. */
export function againstReplay(facts: ReplayFacts): ReplayRefusal | null {
  if (facts.kind === 'test') return 'is_test'
  if (!facts.isFailed) return 'not_failed'
  if (facts.channel !== 'there') return `channel_${facts.channel}`
  if (facts.since === 'waits') return 'newer_waits'
  if (facts.since === 'told') return 'told_since'
  if (facts.since === 'failed') return 'newer_failed'
  return facts.kind === 'resolved' && facts.isOver === false ? 'open_again' : null
}

export const replayRefusalTexts: Readonly<Record<ReplayRefusal, Localized>> = {
  not_found: {
    'zh-CN': '没有这条消息，或者您无权查看。',
    en: 'There is no such message, or you may not see it.',
  },
  forbidden: {
    'zh-CN': '您无权重发这条消息。',
    en: 'You may not have this message sent again.',
  },
  not_failed: {
    'zh-CN': '这条消息没有发送失败，无需重发。',
    en: 'It was not given up: only failed messages are replayed.',
  },
  is_test: {
    'zh-CN': '测试消息不能重发，请重新测试连接。',
    en: 'A test is not replayed: test the connection again.',
  },
  channel_deleted: {
    'zh-CN': '通道已删除。',
    en: 'Its channel has been deleted.',
  },
  channel_disabled: {
    'zh-CN': '通道已停用，请先启用。',
    en: 'Its channel is disabled: enable it first.',
  },
  channel_kind_off: {
    'zh-CN': '该类型的通道已被停用。',
    en: 'Channels of its kind have been switched off.',
  },
  newer_waits: {
    'zh-CN': '同一告警有更新的消息正在等待发送。',
    en: 'Newer news of the same alert waits to be sent already.',
  },
  told_since: {
    'zh-CN': '该通道后来已收到同一告警更新的消息。',
    en: 'The channel has since been told newer news of the same alert.',
  },
  newer_failed: {
    'zh-CN': '同一告警有更新的失败消息，请重发那一条。',
    en: 'A newer message of the same alert failed too: replay that one.',
  },
  open_again: {
    'zh-CN': '告警已重新触发，不再发送结束消息。',
    en: 'The alert is open again, so its end is not told.',
  },
}
