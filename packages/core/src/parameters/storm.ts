import { inGroup } from './parameter.ts'

export const stormParameters = inGroup('storm', {
  stormAlerts: {
    unit: 'count',
    min: 1,
    max: 10_000,
    default: 20,
    label: { 'zh-CN': '风暴告警数', en: 'Alerts that make a storm' },
    meaning: {
      'zh-CN': '同一订阅在统计时段内新告警超过这个数，合并为一条汇总。',
      en: 'More new alerts than this for one subscription within the window become one digest.',
    },
  },
  stormWindowSeconds: {
    unit: 'seconds',
    min: 5,
    max: 3600,
    default: 60,
    label: { 'zh-CN': '风暴统计时段', en: 'Storm window' },
    meaning: {
      'zh-CN': '在多长时间内统计新告警数。',
      en: 'The time within which new alerts are counted.',
    },
  },
})
