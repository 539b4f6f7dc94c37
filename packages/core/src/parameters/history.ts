import { inGroup } from './parameter.ts'

export const historyParameters = inGroup('history', {
  rawSignalDays: {
    unit: 'days',
    min: 1,
    max: 90,
    default: 7,
    label: { 'zh-CN': '原始信号', en: 'Raw signals' },
    meaning: {
      'zh-CN': '每一条信号保留多少天。',
      en: 'For how many days every single signal is kept.',
    },
  },
  minuteHistoryDays: {
    unit: 'days',
    min: 1,
    max: 400,
    default: 30,
    label: { 'zh-CN': '每分钟数据', en: 'History by the minute' },
    meaning: {
      'zh-CN': '汇总到每分钟的历史保留多少天。',
      en: 'For how many days the history by the minute is kept.',
    },
  },
  hourHistoryDays: {
    unit: 'days',
    min: 1,
    max: 3650,
    default: 400,
    label: { 'zh-CN': '每小时数据', en: 'History by the hour' },
    meaning: {
      'zh-CN': '汇总到每小时的历史保留多少天。',
      en: 'For how many days the history by the hour is kept.',
    },
  },
  auditDays: {
    unit: 'days',
    min: 30,
    max: 3650,
    default: 180,
    label: { 'zh-CN': '操作审计', en: 'Operation audit' },
    meaning: {
      'zh-CN': '操作审计记录保留多少天。到期记录删除后，其余记录仍可校验完整性。',
      en: 'For how many days audit entries are kept. The rest can still be verified when they have gone.',
    },
  },
})
