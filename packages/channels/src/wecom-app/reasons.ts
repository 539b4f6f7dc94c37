import type { ReasonText } from '../outcome/reason-text.ts'

export const wecomAppReasons = {
  'corp-credentials-refused': {
    sentence: { 'zh-CN': '企业 ID 或 Secret 不正确。', en: 'Corp id or secret is wrong.' },
    advice: {
      'zh-CN': '从管理后台重新复制企业 ID 和该应用的 Secret。',
      en: 'Copy the corp id and the secret of this application again.',
    },
  },
  'token-unavailable': {
    sentence: {
      'zh-CN': '没有取得访问令牌，消息没有发出。',
      en: 'No access token could be had, so nothing was sent.',
    },
    advice: {
      'zh-CN': '会自动重试；持续出现时检查网关或代理是否改写了答复。',
      en: 'It is tried again; if it goes on, check whether a gateway or proxy changes answers.',
    },
  },
  'token-refused': {
    sentence: {
      'zh-CN': '刚取得的访问令牌也被拒绝。',
      en: 'Even a fresh access token was refused.',
    },
    advice: {
      'zh-CN': '检查 Secret 是否属于这个应用，以及是否有其他系统在不断刷新令牌。',
      en: 'Check that the secret belongs to this application, and whether another system keeps renewing the token.',
    },
  },
  'wrong-agent': {
    sentence: {
      'zh-CN': 'AgentId 与 Secret 不属于同一个应用。',
      en: 'AgentId and secret belong to different applications.',
    },
    advice: {
      'zh-CN': '从同一个应用的详情页复制 AgentId 和 Secret。',
      en: 'Copy both from the page of the same application.',
    },
  },
  'app-not-permitted': {
    sentence: {
      'zh-CN': '应用没有权限向这些接收者发消息。',
      en: 'The application may not send to these recipients.',
    },
    advice: {
      'zh-CN': '在管理后台把他们加到应用的可见范围。',
      en: 'Add them to those who can see the application.',
    },
  },
  'nobody-reachable': {
    sentence: { 'zh-CN': '所有接收者都无效。', en: 'Every recipient is invalid.' },
    advice: {
      'zh-CN': '检查 UserID、部门 ID 和标签 ID，以及应用的可见范围。',
      en: 'Check user ids, departments and tags, and who can see the application.',
    },
  },
} as const satisfies Readonly<Record<string, ReasonText>>
