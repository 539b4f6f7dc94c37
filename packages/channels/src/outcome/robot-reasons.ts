import type { ReasonText } from './reason-text.ts'

/** Reasons that the robots of several vendors share. */
export const robotReasons = {
  'keyword-missing': {
    sentence: {
      'zh-CN': '消息里没有机器人要求的关键词。',
      'zh-TW': '訊息中沒有機器人要求的關鍵字。',
      en: 'The message lacks the robot’s keyword.',
    },
    advice: {
      'zh-CN': '把机器人安全设置里的关键词原样填到通道的“关键词”。',
      'zh-TW': '請把機器人安全設定中的關鍵字原樣填到通道的「關鍵字」。',
      en: 'Copy the keyword from the robot’s security settings into the channel’s keyword.',
    },
  },
  'signature-or-clock': {
    sentence: {
      'zh-CN': '签名不匹配，或时间戳与对方时钟相差超过一小时。',
      'zh-TW': '簽章不相符，或時間戳記與對方的時鐘相差超過一小時。',
      en: 'The signature does not match, or our clock is more than an hour off the robot’s.',
    },
    advice: {
      'zh-CN': '重新复制机器人的签名密钥；仍不行时校准数据库服务器的时间（NTP）。',
      'zh-TW': '請重新複製機器人的簽章金鑰；仍不行時請校正資料庫伺服器的時間（NTP）。',
      en: 'Copy the robot’s signing secret again; if that does not help, set the clock of the database server right (NTP).',
    },
  },
  'source-address-refused': {
    sentence: {
      'zh-CN': '发送方的 IP 不在机器人的白名单里。',
      'zh-TW': '傳送方的 IP 不在機器人的允許清單中。',
      en: 'Our address is not on the robot’s list.',
    },
    advice: {
      'zh-CN': '把 worker（或代理）的出口 IP 加到机器人的安全设置里。',
      'zh-TW': '請把 worker（或代理伺服器）的對外 IP 加到機器人的安全設定中。',
      en: 'Add the outgoing address of the worker or its proxy to the robot’s security settings.',
    },
  },
  'unknown-robot': {
    sentence: {
      'zh-CN': '机器人不存在，或令牌错误。',
      'zh-TW': '機器人不存在，或權杖錯誤。',
      en: 'There is no robot with this token.',
    },
    advice: {
      'zh-CN': '从机器人设置里重新复制 Webhook。',
      'zh-TW': '請從機器人設定中重新複製 Webhook。',
      en: 'Copy the webhook again from the robot’s settings.',
    },
  },
  'malformed-request': {
    sentence: {
      'zh-CN': '机器人不认可请求的格式。',
      'zh-TW': '機器人不接受請求的格式。',
      en: 'The robot does not accept the form of the request.',
    },
    advice: {
      'zh-CN': '检查网关或代理是否改写了请求；否则请反馈给开发者。',
      'zh-TW': '請檢查閘道或代理伺服器是否改寫了請求；否則請回報給開發人員。',
      en: 'Check whether a gateway or proxy changes requests; if not, please report it.',
    },
  },
  'accepted-with-warning': {
    sentence: {
      'zh-CN': '对方确认已接收，但提示请求格式有误。',
      'zh-TW': '對方確認已接收，但指出請求格式有誤。',
      en: 'The receiver confirmed it, with a warning about the form of the request.',
    },
    advice: {
      'zh-CN': '到群里核对消息是否完整；检查网关或代理是否改写了请求。',
      'zh-TW': '請到群組中核對訊息是否完整；並檢查閘道或代理伺服器是否改寫了請求。',
      en: 'Look whether the message is whole, and whether a gateway or proxy changes requests.',
    },
  },
  'unlisted-code': {
    sentence: {
      'zh-CN': '对方返回了未收录的错误码。',
      'zh-TW': '對方傳回了未收錄的錯誤碼。',
      en: 'The receiver answered with a code that is not on record.',
    },
    advice: {
      'zh-CN': '按对方的说明处理，并反馈给开发者。',
      'zh-TW': '請依對方的說明處理，並回報給開發人員。',
      en: 'Follow the receiver’s own words, and please report the code.',
    },
  },
} as const satisfies Readonly<Record<string, ReasonText>>
