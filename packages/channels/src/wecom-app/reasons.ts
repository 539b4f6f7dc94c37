import type { ReasonText } from '../outcome/reason-text.ts'

export const wecomAppReasons = {
  'corp-credentials-refused': {
    sentence: {
      'zh-CN': '企业 ID 或 Secret 不正确。',
      'zh-TW': '企業 ID 或 Secret 不正確。',
      en: 'Corp id or secret is wrong.',
    },
    advice: {
      'zh-CN': '从管理后台重新复制企业 ID 和该应用的 Secret。',
      'zh-TW': '請從管理後台重新複製企業 ID 和該應用程式的 Secret。',
      en: 'Copy the corp id and the secret of this application again.',
    },
  },
  'token-unavailable': {
    sentence: {
      'zh-CN': '没有取得访问令牌，消息没有发出。',
      'zh-TW': '沒有取得存取權杖，訊息沒有送出。',
      en: 'No access token could be had, so nothing was sent.',
    },
    advice: {
      'zh-CN': '会自动重试；持续出现时检查网关或代理是否改写了答复。',
      'zh-TW': '會自動重試；持續出現時請檢查閘道或代理伺服器是否改寫了回覆。',
      en: 'It is tried again; if it goes on, check whether a gateway or proxy changes answers.',
    },
  },
  'token-refused': {
    sentence: {
      'zh-CN': '刚取得的访问令牌也被拒绝。',
      'zh-TW': '剛取得的存取權杖也被拒絕。',
      en: 'Even a fresh access token was refused.',
    },
    advice: {
      'zh-CN': '检查 Secret 是否属于这个应用，以及是否有其他系统在不断刷新令牌。',
      'zh-TW': '請檢查 Secret 是否屬於這個應用程式，以及是否有其他系統不斷更新權杖。',
      en: 'Check that the secret belongs to this application, and whether another system keeps renewing the token.',
    },
  },
  'wrong-agent': {
    sentence: {
      'zh-CN': 'AgentId 与 Secret 不属于同一个应用。',
      'zh-TW': 'AgentId 與 Secret 不屬於同一個應用程式。',
      en: 'AgentId and secret belong to different applications.',
    },
    advice: {
      'zh-CN': '从同一个应用的详情页复制 AgentId 和 Secret。',
      'zh-TW': '請從同一個應用程式的詳細資料頁面複製 AgentId 和 Secret。',
      en: 'Copy both from the page of the same application.',
    },
  },
  'app-not-permitted': {
    sentence: {
      'zh-CN': '应用没有权限向这些接收者发消息。',
      'zh-TW': '應用程式沒有權限傳送訊息給這些接收者。',
      en: 'The application may not send to these recipients.',
    },
    advice: {
      'zh-CN': '在管理后台把他们加到应用的可见范围。',
      'zh-TW': '請在管理後台把他們加入應用程式的可見範圍。',
      en: 'Add them to those who can see the application.',
    },
  },
  'nobody-reachable': {
    sentence: {
      'zh-CN': '所有接收者都无效。',
      'zh-TW': '所有接收者都無效。',
      en: 'Every recipient is invalid.',
    },
    advice: {
      'zh-CN': '检查 UserID、部门 ID 和标签 ID，以及应用的可见范围。',
      'zh-TW': '請檢查 UserID、部門 ID 和標籤 ID，以及應用程式的可見範圍。',
      en: 'Check user ids, departments and tags, and who can see the application.',
    },
  },
} as const satisfies Readonly<Record<string, ReasonText>>
