import { inGroup } from './parameter.ts'

export const systemParameters = inGroup('system', {
  channelDownFailures: {
    unit: 'count',
    min: 1,
    max: 100,
    default: 5,
    label: { 'zh-CN': '通道连续失败次数', en: 'Failures until a channel is cut off' },
    meaning: {
      'zh-CN': '通道连续失败这么多次后暂停发送，每次只试探一条。',
      en: 'After this many failures in a row a channel gets one probe at a time and nothing else.',
    },
  },
  channelDownAfterSeconds: {
    unit: 'seconds',
    min: 0,
    max: 86_400,
    default: 120,
    label: { 'zh-CN': '通道故障告警延迟', en: 'Wait before saying that a channel is down' },
    meaning: {
      'zh-CN': '通道暂停发送这么久仍未恢复，就告警通道故障。',
      en: 'A channel that has been cut off for this long raises an alert.',
    },
  },
  channelCatchUpAlerts: {
    unit: 'count',
    min: 1,
    max: 100,
    default: 5,
    label: { 'zh-CN': '通道恢复后逐条补发的告警数', en: 'Alerts told one by one after an outage' },
    meaning: {
      'zh-CN': '通道恢复时，积压消息涉及的告警超过这个数，就合并为一条汇总。',
      en: 'If messages about more alerts than this waited for a channel, one digest tells them all.',
    },
  },
  clockSkewSeconds: {
    unit: 'seconds',
    min: 1,
    max: 3600,
    default: 5,
    label: { 'zh-CN': '时钟偏差', en: 'Clock skew' },
    meaning: {
      'zh-CN': '数据来源的时钟持续超前这么多就告警。',
      en: 'A source whose clock keeps running ahead by more than this raises an alert.',
    },
  },
  evaluationGapSeconds: {
    unit: 'seconds',
    min: 5,
    max: 3600,
    default: 60,
    label: { 'zh-CN': '检测中断', en: 'Evaluation gap' },
    meaning: {
      'zh-CN': '没有任何 worker 检测项目超过这么久，就记录并告警。',
      en: 'If no worker has judged projects for longer than this, that is recorded and raises an alert.',
    },
  },
  sourceDownFailures: {
    unit: 'count',
    min: 1,
    max: 100,
    default: 3,
    label: { 'zh-CN': '数据来源连续失败次数', en: 'Failures until a source is down' },
    meaning: {
      'zh-CN': '采集连续失败这么多次，就告警数据来源故障。',
      en: 'A source that could not be read this many times in a row is down.',
    },
  },
})
