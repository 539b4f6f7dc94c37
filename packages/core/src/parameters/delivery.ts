import { inGroup } from './parameter.ts'

export const deliveryParameters = inGroup('delivery', {
  deliveriesAtOnce: {
    unit: 'count',
    min: 1,
    max: 5_000,
    default: 2_048,
    label: { 'zh-CN': '每个工作进程同时发送数', en: 'Messages under way per worker' },
    meaning: {
      'zh-CN': '一个工作进程最多同时发送多少条消息。',
      en: 'A worker sends at most so many messages at the same time.',
    },
  },
  deliveriesAtOncePerChannel: {
    unit: 'count',
    min: 1,
    max: 1_000,
    default: 800,
    label: { 'zh-CN': '每个通道同时发送数', en: 'Messages under way per channel' },
    meaning: {
      'zh-CN':
        '其中同一通道最多占多少条，应答慢的通道更少（不超过它三秒内能应答的数量），不会拖住其他通道。',
      en: 'At most so many of them go to one channel. One that answers slowly gets fewer, about as many as it answers in three seconds, so that it holds up no other.',
    },
  },
  budgetHorizonSeconds: {
    unit: 'seconds',
    min: 10,
    max: 3600,
    default: 60,
    label: { 'zh-CN': '超额合并时段', en: 'Wait before messages are merged' },
    meaning: {
      'zh-CN': '等待的消息在这段时间内发不完（受机器人频率限制），就合并为一条汇总。',
      en: 'If a robot’s rate limit does not let all waiting messages out in this time, they become one digest.',
    },
  },
  budgetReservePercent: {
    unit: 'percent',
    min: 0,
    max: 80,
    default: 20,
    label: { 'zh-CN': '为高保护告警预留的额度', en: 'Budget kept for high alerts' },
    meaning: {
      'zh-CN': '机器人频率额度中只供高保护项目首条告警使用的部分。',
      en: 'The part of a robot’s rate limit that only first messages of high alerts may use.',
    },
  },
  budgetPatienceSeconds: {
    unit: 'seconds',
    min: 60,
    max: 86_400,
    default: 300,
    label: { 'zh-CN': '最长让行时间', en: 'Longest time of giving way' },
    meaning: {
      'zh-CN': '消息等待超过这段时间后，不再让高保护项目的首条告警先发。',
      en: 'A message that has waited this long for a robot gives way to nothing more.',
    },
  },
})
