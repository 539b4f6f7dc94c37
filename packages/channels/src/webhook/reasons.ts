import type { ReasonText } from '../outcome/reason-text.ts'

export const webhookReasons = {
  'answer-not-json': {
    sentence: {
      'zh-CN': '响应检查要求 JSON，但答复不是 JSON，不能确定消息是否送达。',
      'zh-TW': '回應檢查要求 JSON，但回覆不是 JSON，不能確定訊息是否送達。',
      en: 'The response check asks for JSON and the answer is none, so the message may or may not have arrived.',
    },
    advice: {
      'zh-CN': '检查中间是否有代理或登录页改写了答复；接口本来就不返回 JSON 时请改用正则表达式。',
      'zh-TW':
        '請檢查中間是否有代理伺服器或登入頁面改寫了回覆；介面原本就不傳回 JSON 時請改用正規表示式。',
      en: 'Check whether a proxy or a sign-in page answers in its place; for an endpoint that never answers with JSON, use an expression.',
    },
  },
  'response-check-failed': {
    sentence: {
      'zh-CN': '答复没有通过响应检查。',
      'zh-TW': '回覆沒有通過回應檢查。',
      en: 'The answer did not pass the response check.',
    },
    advice: {
      'zh-CN': '消息可能已经送达。对照答复修改响应检查，再测试一次。',
      'zh-TW': '訊息可能已經送達。請對照回覆修改回應檢查，再測試一次。',
      en: 'The message may have arrived. Compare the check with the answer, then test again.',
    },
  },
} as const satisfies Readonly<Record<string, ReasonText>>
