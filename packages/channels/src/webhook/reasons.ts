import type { ReasonText } from '../outcome/reason-text.ts'

export const webhookReasons = {
  'response-check-failed': {
    sentence: {
      'zh-CN': '答复没有通过响应检查。',
      en: 'The answer did not pass the response check.',
    },
    advice: {
      'zh-CN': '消息可能已经送达。对照答复修改响应检查，再测试一次。',
      en: 'The message may have arrived. Compare the check with the answer, then test again.',
    },
  },
} as const satisfies Readonly<Record<string, ReasonText>>
