import { inGroup } from './parameter.ts'

export const flappingParameters = inGroup('flapping', {
  flapTurns: {
    unit: 'count',
    min: 2,
    max: 100,
    default: 4,
    label: { 'zh-CN': '波动次数', en: 'Turns that count as flapping' },
    meaning: {
      'zh-CN': '告警在统计时段内触发、恢复来回这么多次，即视为反复波动。',
      en: 'An alert that turns between firing and recovering this often within the window is flapping.',
    },
  },
  flapWindowMinutes: {
    unit: 'minutes',
    min: 1,
    max: 1440,
    default: 60,
    label: { 'zh-CN': '波动统计时段', en: 'Flapping window' },
    meaning: {
      'zh-CN': '在多长时间内统计来回次数。',
      en: 'The time within which turns are counted.',
    },
  },
  flapStableMinutes: {
    unit: 'minutes',
    min: 1,
    max: 1440,
    default: 30,
    label: { 'zh-CN': '稳定时间', en: 'Stable again after' },
    meaning: {
      'zh-CN': '这么久没有来回变化，就不再视为波动。',
      en: 'An alert that has not turned for this long no longer counts as flapping.',
    },
  },
  flapDigestFactor: {
    unit: 'count',
    min: 1,
    max: 100,
    default: 4,
    label: { 'zh-CN': '波动时的汇总倍数', en: 'Digest factor while flapping' },
    meaning: {
      'zh-CN': '波动期间改发汇总，间隔为告警频率乘以这个倍数。',
      en: 'While an alert is flapping it sends digests, one every so many alert frequencies.',
    },
  },
  flapDigestAtMostMinutes: {
    unit: 'minutes',
    min: 1,
    max: 1440,
    default: 60,
    label: { 'zh-CN': '汇总间隔上限', en: 'Longest digest interval' },
    meaning: {
      'zh-CN': '波动期间两次汇总之间最长相隔多久。',
      en: 'The longest time between two digests of a flapping alert.',
    },
  },
})
