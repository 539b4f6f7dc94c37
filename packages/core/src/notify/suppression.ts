import type { Localized } from '../locale.ts'

/** Why a message that an alert owes to a channel, or to anybody at all, is not sent. */
export const suppressionReasons = [
  'no_channel',
  'all_channels_disabled',
  'channel_disabled',
  'channel_kind_off',
  'channel_is_down',
  'firing_still_waiting',
  'firing_not_delivered',
  'never_told_here',
  'end_told_already',
  'no_subscription',
  'outside_period',
  'limit_reached',
  'recovery_not_wanted',
  'silenced',
  'maintenance',
  'merged_into_digest',
  'found_after_gap',
  'over_budget',
  'quota_used_up',
  'aggregated',
  'told_after_outage',
  'no_owner',
  'nobody_on_call',
  'person_not_reachable',
  'acknowledged',
  'snoozed',
] as const
export type SuppressionReason = (typeof suppressionReasons)[number]

/** What the sentence of a reason speaks of: names and ids, and instants as numbers. */
export type SuppressionDetail = Readonly<Record<string, string | number>>

export const suppressionTexts: Readonly<Record<SuppressionReason, Localized>> = {
  no_channel: {
    'zh-CN': '包含这条告警的订阅没有指向任何通道。请创建通道，或在订阅中选择通道。',
    en: 'The subscriptions that cover it lead to no channel. Create one, or choose one there.',
  },
  all_channels_disabled: {
    'zh-CN': '本应通知的通道都已停用。',
    en: 'Every channel that it would go to is disabled.',
  },
  channel_disabled: {
    'zh-CN': '该通道已停用。',
    en: 'This channel is disabled.',
  },
  channel_kind_off: {
    'zh-CN': '这类通道已被停用，因此不通过该通道通知。',
    en: 'Channels of this kind are switched off, so it is not told through this one.',
  },
  channel_is_down: {
    'zh-CN': '这条告警说的正是该通道发不出消息，因此不通过该通道，只通过其他通道或其备用通道通知。',
    en: 'The alert is about this very channel: only others, or its fallback channel, can tell it.',
  },
  firing_still_waiting: {
    'zh-CN': '首条告警消息仍在等待发送，因此不再追加重复提醒。',
    en: 'The first message still waits to be sent, so no repeat was put behind it.',
  },
  firing_not_delivered: {
    'zh-CN': '告警消息未能送达该通道，因此不再发送结束消息。',
    en: 'The alert itself never reached this channel, so its end is not told here either.',
  },
  never_told_here: {
    'zh-CN': '该通道未收到过这条告警，因此也不发送结束消息。',
    en: 'This channel never heard of the alert, so its end is not told here either.',
  },
  end_told_already: {
    'zh-CN': '该通道已收到过这条告警的结束消息，期间未再通知。',
    en: 'This channel has heard already that the alert is over, and of nothing since.',
  },
  no_subscription: {
    'zh-CN': '没有任何订阅包含这条告警。',
    en: 'No subscription covers this alert.',
  },
  outside_period: {
    'zh-CN': '当时不在订阅的通知时段内；时段开始时若情况仍然如此，会再通知。',
    en: 'It was outside the hours of the subscription; if it still holds when they begin, it is told then.',
  },
  limit_reached: {
    'zh-CN': '已达到订阅的接收上限，将并入本时段结束时的汇总消息。',
    en: 'The receive limit of the subscription was reached; the digest at the end of the period names it.',
  },
  recovery_not_wanted: {
    'zh-CN': '该订阅不接收恢复通知。',
    en: 'This subscription does not want to hear of recoveries.',
  },
  silenced: {
    'zh-CN': '被静默规则暂缓，静默结束后若仍在告警会再通知。',
    en: 'A silence held it back; if it still fires when the silence ends, it is told then.',
  },
  maintenance: {
    'zh-CN': '处于维护窗口内，窗口结束后若仍在告警会再通知。',
    en: 'A maintenance window held it back; if it still fires when the window ends, it is told then.',
  },
  merged_into_digest: {
    'zh-CN': '已与其他告警并入一条汇总消息，不再单独发送。',
    en: 'One digest names it together with others, so it is not sent by itself.',
  },
  found_after_gap: {
    'zh-CN': '告警在检测中断期间触发并已结束，已并入中断后的汇总消息。',
    en: 'It came and went while nobody was watching; the digest about that time names it.',
  },
  over_budget: {
    'zh-CN': '等待发送的消息超过了机器人的频率限制，已并入一条汇总消息。',
    en: 'More was waiting than the robot may be sent, so one digest names it with the others.',
  },
  quota_used_up: {
    'zh-CN': '通道本月的消息额度已用完，因此改由备用通道通知。',
    en: 'This month’s quota of the channel is used up, so its fallback channel was told instead.',
  },
  told_after_outage: {
    'zh-CN': '通道故障期间未能发出，恢复后并入一条汇总消息。',
    en: 'The channel was down; when it was back, one digest named everything that had waited.',
  },
  aggregated: {
    'zh-CN': '通道开启了告警聚合，与同组告警合并为一条消息。',
    en: 'The channel makes one message of alerts that are alike, and this one goes into it.',
  },
  no_owner: {
    'zh-CN': '订阅要求通知负责人，但没有可通知的负责人：项目未指定，或告警不属于任何项目。',
    en: 'The owner was to be told, but there is none: its project names nobody, or it is about no project.',
  },
  nobody_on_call: {
    'zh-CN': '订阅要求通知部门值班人，但该部门当前无人值班。请设置值班表。',
    en: 'Whoever is on call was to be told, but the department has nobody on call. Set up its rota.',
  },
  person_not_reachable: {
    'zh-CN': '没有可用于通知此人的联系方式。请补全其联系方式。',
    en: 'This person has no contact at which alerts can be sent. Complete the contacts.',
  },
  acknowledged: {
    'zh-CN': '消息等待发送期间，告警已被确认，因此不再发送。',
    en: 'Somebody acknowledged the alert while this message waited, so it is not sent any more.',
  },
  snoozed: {
    'zh-CN': '消息等待发送期间，告警已被设为稍后提醒，因此不再发送；到时若仍在告警会再通知。',
    en: 'The alert was snoozed while this message waited; if it still fires when that ends, it is told then.',
  },
}
