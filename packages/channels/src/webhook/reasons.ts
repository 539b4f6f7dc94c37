import type { ReasonText } from '../outcome/reason-text.ts'

export const webhookReasons = {
  'answer-not-json': {
    sentence: {
      'zh-CN': '响应检查要求 JSON，但答复不是 JSON，不能确定消息是否送达。',
      en: 'The response check asks for JSON and the answer is none, so the message may or may not have arrived.',
    },
    advice: {
      'zh-CN': '检查中间是否有代理或登录页改写了答复；接口本来就不返回 JSON 时请改用正则表达式。',
      en: 'Check whether a proxy or a sign-in page answers in its place; for an endpoint that never answers with JSON, use an expression.',
    },
  },
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
