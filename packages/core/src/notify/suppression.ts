import type { Localized } from '../locale.ts'

/** Why a message that an alert owes to a channel, or to anybody at all, is not sent. */
export const suppressionReasons = [
  'no_channel',
  'all_channels_disabled',
  'channel_disabled',
  'firing_still_waiting',
  'firing_not_delivered',
  'never_told_here',
] as const
export type SuppressionReason = (typeof suppressionReasons)[number]

export const suppressionTexts: Readonly<Record<SuppressionReason, Localized>> = {
  no_channel: {
    'zh-CN': '没有任何对全局生效的渠道，因此没有人收到通知。请先创建渠道。',
    en: 'There is no channel that serves everybody, so nobody was told. Create one.',
  },
  all_channels_disabled: {
    'zh-CN': '所有渠道都已停用，因此没有人收到通知。',
    en: 'Every channel is disabled, so nobody was told.',
  },
  channel_disabled: {
    'zh-CN': '该渠道已停用。',
    en: 'This channel is disabled.',
  },
  firing_still_waiting: {
    'zh-CN': '首条告警消息仍在等待发送，因此不再追加重复提醒。',
    en: 'The first message still waits to be sent, so no repeat was put behind it.',
  },
  firing_not_delivered: {
    'zh-CN': '告警消息未能送达该渠道，因此不再发送结束消息。',
    en: 'The alert itself never reached this channel, so its end is not told here either.',
  },
  never_told_here: {
    'zh-CN': '该渠道未收到过这条告警，因此也不发送结束消息。',
    en: 'This channel never heard of the alert, so its end is not told here either.',
  },
}
