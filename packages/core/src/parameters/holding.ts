import { inGroup } from './parameter.ts'

export const holdingParameters = inGroup('holding', {
  pendingSeconds: {
    unit: 'seconds',
    min: 0,
    max: 3600,
    default: 0,
    label: { 'zh-CN': '触发前等待', en: 'Wait before firing' },
    meaning: {
      'zh-CN': '超过阈值持续这么久才触发告警。',
      en: 'How long a threshold must be exceeded before the alert fires.',
    },
  },
  clearRatio: {
    unit: 'ratio',
    min: 0.1,
    max: 1,
    default: 1,
    label: { 'zh-CN': '恢复系数', en: 'Clear ratio' },
    meaning: {
      'zh-CN': '延迟回落到“阈值 × 系数”及以下才算恢复。',
      en: 'Latency counts as good again at or below the threshold times this ratio.',
    },
  },
  holdAtLeastSeconds: {
    unit: 'seconds',
    min: 0,
    max: 3600,
    default: 60,
    label: { 'zh-CN': '恢复观察时间', en: 'Hold before closing' },
    meaning: {
      'zh-CN': '恢复正常至少持续这么久才关闭告警；上报间隔的两倍更长时以后者为准。',
      en: 'The least time that good signals must last before an alert closes; two reporting intervals if those are longer.',
    },
  },
  reopenWithinSeconds: {
    unit: 'seconds',
    min: 0,
    max: 86_400,
    default: 600,
    label: { 'zh-CN': '重新打开时限', en: 'Reopen window' },
    meaning: {
      'zh-CN': '恢复后这段时间内再次超过阈值，重新打开原告警，不新建告警。',
      en: 'A breach this soon after a recovery reopens the same alert instead of making a new one.',
    },
  },
  resumeGraceSeconds: {
    unit: 'seconds',
    min: 0,
    max: 3600,
    default: 120,
    label: { 'zh-CN': '恢复运行宽限', en: 'Grace after resuming' },
    meaning: {
      'zh-CN': '项目从暂停恢复运行后，这段时间内的延迟不告警；延迟阈值更长时以阈值为准。',
      en: 'After a pause a project may be behind for this long, or for its latency threshold if that is longer.',
    },
  },
})
