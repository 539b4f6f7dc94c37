import type { ReasonText } from '../outcome/reason-text.ts'

export const wecomRobotReasons = {
  'mention-failed': {
    sentence: {
      'zh-CN': '告警已送达，但随后 @ 人的短消息没有成功。',
      'zh-TW': '警報已送達，但隨後 @ 人的簡短訊息沒有成功。',
      en: 'The alert arrived, but the short message that mentions people did not.',
    },
    advice: {
      'zh-CN': '按对方的说明检查；改用纯文本格式可以在同一条消息里 @ 人。',
      'zh-TW': '請依對方的說明檢查；改用純文字格式可以在同一則訊息中 @ 人。',
      en: 'Read the receiver’s words; the format plain text mentions people in the same message.',
    },
  },
  'too-many-at-once': {
    sentence: {
      'zh-CN': '同时发送过多，对方暂时不再接收。',
      'zh-TW': '同時傳送過多，對方暫時不再接收。',
      en: 'Too many at the same time.',
    },
    advice: {
      'zh-CN': '无需处理，会自动重试。',
      'zh-TW': '不必處理，會自動重試。',
      en: 'Nothing to do: it is tried again.',
    },
  },
} as const satisfies Readonly<Record<string, ReasonText>>
