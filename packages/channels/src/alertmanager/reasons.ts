import type { ReasonText } from '../outcome/reason-text.ts'

export const alertmanagerReasons = {
  'alerts-refused': {
    sentence: {
      'zh-CN': 'Alertmanager 认为告警不合规范。',
      'zh-TW': 'Alertmanager 認為警報不符合規範。',
      en: 'Alertmanager takes the alert for invalid.',
    },
    advice: {
      'zh-CN': '对照对方的答复检查附加标签。',
      'zh-TW': '請對照對方的回覆檢查附加標籤。',
      en: 'Compare the further labels with what it answered.',
    },
  },
  'some-peers-missed': {
    sentence: {
      'zh-CN': '部分节点没有收到，其余已接收。',
      'zh-TW': '部分節點沒有收到，其餘已接收。',
      en: 'Some peers did not get it, the others accepted.',
    },
    advice: {
      'zh-CN': '检查列出的节点；重复通知会补发，告警结束的消息会在一小时内再次发送。',
      'zh-TW': '請檢查列出的節點；重複通知會補送，警報結束的訊息會在一小時內再次傳送。',
      en: 'Check the peers that are listed; repeats reach them when they are back, and the end of an alert is told again for an hour.',
    },
  },
} as const satisfies Readonly<Record<string, ReasonText>>
