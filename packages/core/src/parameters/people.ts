import { inGroup } from './parameter.ts'

export const peopleParameters = inGroup('people', {
  escalationDefaultMinutes: {
    unit: 'minutes',
    min: 1,
    max: 1440,
    default: 15,
    label: { 'zh-CN': '默认升级时间', en: 'Escalate after' },
    meaning: {
      'zh-CN': '告警这么久无人确认就升级，除非升级步骤另有规定。',
      en: 'An alert that nobody has acknowledged for this long escalates, unless its step says otherwise.',
    },
  },
  silenceReminderMinutes: {
    unit: 'minutes',
    min: 1,
    max: 1440,
    default: 30,
    label: { 'zh-CN': '静默到期提醒', en: 'Reminder before a silence ends' },
    meaning: {
      'zh-CN': '静默结束前多久提醒创建人。',
      en: 'How long before its end the person who made a silence is reminded.',
    },
  },
  completedAfterHours: {
    unit: 'hours',
    min: 1,
    max: 168,
    default: 3,
    label: { 'zh-CN': '完成时间', en: 'Completed after' },
    meaning: {
      'zh-CN': '告警这么久未再触发，发送状态记为“已完成”。',
      en: 'The sending status of an alert that was not triggered again for this long is "completed".',
    },
  },
})
