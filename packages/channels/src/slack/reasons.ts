import type { ReasonText } from '../outcome/reason-text.ts'

export const slackReasons = {
  'webhook-revoked': {
    sentence: {
      'zh-CN': 'Webhook 不存在或已被撤销。',
      'zh-TW': 'Webhook 不存在或已被撤銷。',
      en: 'The webhook does not exist or was revoked.',
    },
    advice: {
      'zh-CN': '在 Slack 应用里新建 Webhook，并更新通道。',
      'zh-TW': '請在 Slack 應用程式中新增 Webhook，並更新通道。',
      en: 'Make a new webhook in the Slack app and update the channel.',
    },
  },
  'posting-prohibited': {
    sentence: {
      'zh-CN': '工作区不允许这个应用发消息。',
      'zh-TW': '工作區不允許這個應用程式傳送訊息。',
      en: 'The workspace does not let this app post.',
    },
    advice: {
      'zh-CN': '请工作区管理员放行这个应用。',
      'zh-TW': '請工作區管理員放行這個應用程式。',
      en: 'Ask an administrator of the workspace to allow it.',
    },
  },
  'conversation-missing': {
    sentence: {
      'zh-CN': '频道不存在。',
      'zh-TW': '頻道不存在。',
      en: 'The conversation does not exist.',
    },
    advice: {
      'zh-CN': '为现有的频道新建 Webhook。',
      'zh-TW': '請為現有的頻道新增 Webhook。',
      en: 'Make a webhook for a conversation that exists.',
    },
  },
  'conversation-archived': {
    sentence: {
      'zh-CN': '频道已归档。',
      'zh-TW': '頻道已封存。',
      en: 'The conversation is archived.',
    },
    advice: {
      'zh-CN': '取消归档，或换成别的频道。',
      'zh-TW': '請取消封存，或改用其他頻道。',
      en: 'Take it out of the archive, or use another one.',
    },
  },
  'person-unknown': {
    sentence: {
      'zh-CN': '找不到要 @ 的成员。',
      'zh-TW': '找不到要 @ 的成員。',
      en: 'Somebody to be mentioned does not exist.',
    },
    advice: { 'zh-CN': '检查成员 ID。', 'zh-TW': '請檢查成員 ID。', en: 'Check the member ids.' },
  },
} as const satisfies Readonly<Record<string, ReasonText>>
