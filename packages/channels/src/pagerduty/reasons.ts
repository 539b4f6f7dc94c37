import type { ReasonText } from '../outcome/reason-text.ts'

export const pagerdutyReasons = {
  'event-taken': {
    sentence: {
      'zh-CN': 'PagerDuty 已受理，随后处理；之后的失败不会告知这里。',
      'zh-TW': 'PagerDuty 已受理，隨後處理；之後的失敗不會通知這裡。',
      en: 'PagerDuty took it and works on it; of a later failure nothing is told here.',
    },
    advice: {
      'zh-CN': '没有看到事件时，请检查服务是否停用或处于维护时段。',
      'zh-TW': '沒有看到事件時，請檢查服務是否停用或正在維護。',
      en: 'If no incident appears, check that the service is on and not under maintenance.',
    },
  },
  'event-taken-shortened': {
    sentence: {
      'zh-CN': '内容超出长度限制，缩短后 PagerDuty 已受理。',
      'zh-TW': '內容超出長度限制，縮短後 PagerDuty 已受理。',
      en: 'It exceeded the limit of length; shortened, PagerDuty took it.',
    },
    advice: {
      'zh-CN': '完整内容请在告警页查看。',
      'zh-TW': '完整內容請在警報頁面查看。',
      en: 'The alert’s page shows the whole text.',
    },
  },
  'test-left-open': {
    sentence: {
      'zh-CN': '测试事件已触发，但未能自动解决。',
      'zh-TW': '測試事件已觸發，但未能自動解決。',
      en: 'The incident of the test was triggered, but could not be resolved again.',
    },
    advice: {
      'zh-CN': '请在 PagerDuty 里手动解决它；通道可以使用。',
      'zh-TW': '請在 PagerDuty 中手動解決它；通道可以使用。',
      en: 'Resolve it in PagerDuty by hand; the channel works.',
    },
  },
  'routing-key-refused': {
    sentence: {
      'zh-CN': 'PagerDuty 不认可集成密钥。',
      'zh-TW': 'PagerDuty 不接受整合金鑰。',
      en: 'PagerDuty does not accept the integration key.',
    },
    advice: {
      'zh-CN': '从服务的集成页重新复制密钥，并确认选对了区域。',
      'zh-TW': '請從服務的整合頁面重新複製金鑰，並確認選對了區域。',
      en: 'Copy the key again from the integration of the service, and check the region.',
    },
  },
} as const satisfies Readonly<Record<string, ReasonText>>
