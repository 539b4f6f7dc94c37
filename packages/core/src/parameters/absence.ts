import { inGroup } from './parameter.ts'

export const absenceParameters = inGroup('absence', {
  noSignalAtLeastSeconds: {
    unit: 'seconds',
    min: 10,
    max: 86_400,
    default: 60,
    label: { 'zh-CN': '无信号最短时间', en: 'Least time without a signal' },
    meaning: {
      'zh-CN': '项目停止上报后至少经过这么久才告警；平时上报间隔的三倍更长时以后者为准。',
      en: 'A project must be silent at least this long before that raises an alert; three usual intervals if those are longer.',
    },
  },
  noSignalUnknownIntervalSeconds: {
    unit: 'seconds',
    min: 10,
    max: 86_400,
    default: 600,
    label: { 'zh-CN': '间隔未知时的无信号时间', en: 'Silence while the interval is unknown' },
    meaning: {
      'zh-CN': '还不知道项目多久上报一次时，沉默多久才告警。',
      en: 'How long a project may be silent whose usual reporting interval is not known yet.',
    },
  },
  pausedTooLongHours: {
    unit: 'hours',
    min: 1,
    max: 720,
    default: 12,
    label: { 'zh-CN': '暂停过久', en: 'Paused too long' },
    meaning: {
      'zh-CN': '项目暂停超过这么久就提醒。',
      en: 'A project that stays paused longer than this raises a warning.',
    },
  },
  inconsistentAfterSeconds: {
    unit: 'seconds',
    min: 0,
    max: 86_400,
    default: 60,
    label: { 'zh-CN': '状态不一致判定时间', en: 'Moving though stopped' },
    meaning: {
      'zh-CN': '项目显示已停止，位点却仍前进超过这么久，就告警状态不一致。',
      en: 'A project that is said to be stopped while its position advances for longer than this raises an alert.',
    },
  },
})
