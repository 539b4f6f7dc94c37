import type { ReasonText } from '../outcome/reason-text.ts'

export const emailReasons = {
  'recipients-refused': {
    sentence: {
      'zh-CN': '所有收件人都被拒绝。',
      'zh-TW': '所有收件人都被拒絕。',
      en: 'Every recipient was refused.',
    },
    advice: {
      'zh-CN': '检查收件地址，以及服务器是否允许向它们转发。',
      'zh-TW': '請檢查收件地址，以及伺服器是否允許轉送給它們。',
      en: 'Check the addresses, and whether this server may relay to them.',
    },
  },
  greylisted: {
    sentence: {
      'zh-CN': '服务器要求稍后再试（灰名单或邮箱忙）。',
      'zh-TW': '伺服器要求稍後再試（灰名單或信箱忙碌）。',
      en: 'The server wants a later attempt (greylisting or a busy mailbox).',
    },
    advice: {
      'zh-CN': '无需处理，会自动重试。',
      'zh-TW': '不必處理，會自動重試。',
      en: 'Nothing to do: it is tried again.',
    },
  },
  'some-recipients-later': {
    sentence: {
      'zh-CN': '服务器要求稍后再发给部分收件人，其余已接收。',
      'zh-TW': '伺服器要求稍後再寄給部分收件人，其餘已接收。',
      en: 'The server wants some recipients to be tried later; the others were accepted.',
    },
    advice: {
      'zh-CN': '无需处理：会在几分钟后只重发给这些收件人。',
      'zh-TW': '不必處理：會在幾分鐘後只重新寄給這些收件人。',
      en: 'Nothing to do: these alone are tried again in a few minutes.',
    },
  },
  'sign-in-refused': {
    sentence: {
      'zh-CN': '服务器拒绝了用户名或密码。',
      'zh-TW': '伺服器拒絕了使用者名稱或密碼。',
      en: 'The server refused user or password.',
    },
    advice: {
      'zh-CN': '检查用户名；很多邮箱要求使用授权码而不是登录密码。',
      'zh-TW': '請檢查使用者名稱；許多信箱要求使用授權碼，而非登入密碼。',
      en: 'Check the user; many mailboxes want an app password here.',
    },
  },
  'mail-token-refused': {
    sentence: {
      'zh-CN': '身份服务拒绝发放访问令牌。',
      'zh-TW': '身分服務拒絕核發存取權杖。',
      en: 'The identity service refused an access token.',
    },
    advice: {
      'zh-CN': '检查令牌地址、客户端 ID、客户端密钥（是否过期）和权限范围。',
      'zh-TW': '請檢查權杖位址、用戶端 ID、用戶端密鑰（是否過期）和權限範圍。',
      en: 'Check the address of tokens, client id, client secret (it may have expired) and scope.',
    },
  },
  'mail-token-unavailable': {
    sentence: {
      'zh-CN': '没有取得访问令牌，邮件没有发出。',
      'zh-TW': '沒有取得存取權杖，郵件沒有寄出。',
      en: 'No access token came, so nothing was sent.',
    },
    advice: {
      'zh-CN': '会自动重试；检查令牌地址是否正确，中间是否有登录页。',
      'zh-TW': '會自動重試；請檢查權杖位址是否正確，中間是否有登入頁面。',
      en: 'It is tried again; check the address of tokens, and for a sign-in page in its place.',
    },
  },
  'sender-refused': {
    sentence: {
      'zh-CN': '服务器不接受这个发件地址。',
      'zh-TW': '伺服器不接受這個寄件地址。',
      en: 'The server does not accept this sender.',
    },
    advice: {
      'zh-CN': '把发件地址改为登录用户所拥有的地址。',
      'zh-TW': '請把寄件地址改為登入帳號所擁有的地址。',
      en: 'Use a from address that belongs to the user that signs in.',
    },
  },
  'mail-refused': {
    sentence: {
      'zh-CN': '服务器拒绝了邮件内容。',
      'zh-TW': '伺服器拒絕了郵件內容。',
      en: 'The server refused the message.',
    },
    advice: {
      'zh-CN': '对照服务器的说明检查反垃圾策略和大小限制。',
      'zh-TW': '請對照伺服器的說明檢查垃圾郵件原則和大小限制。',
      en: 'Read the server’s words: spam policy or size limit.',
    },
  },
  'no-encryption': {
    sentence: {
      'zh-CN': '服务器没有提供 STARTTLS，邮件没有发出。',
      'zh-TW': '伺服器沒有提供 STARTTLS，郵件沒有寄出。',
      en: 'The server offers no STARTTLS, so nothing was sent.',
    },
    advice: {
      'zh-CN': '改用 TLS 端口（通常为 465），或确认端口支持 STARTTLS。',
      'zh-TW': '請改用 TLS 連接埠（通常為 465），或確認連接埠支援 STARTTLS。',
      en: 'Use the TLS port, usually 465, or a port that supports STARTTLS.',
    },
  },
  'not-a-mail-server': {
    sentence: {
      'zh-CN': '对方没有按 SMTP 协议应答。',
      'zh-TW': '對方沒有依 SMTP 協定回應。',
      en: 'The other side does not speak SMTP.',
    },
    advice: {
      'zh-CN': '检查端口和加密方式是否对应。',
      'zh-TW': '請檢查連接埠和加密方式是否相符。',
      en: 'Check that port and encryption belong together.',
    },
  },
} as const satisfies Readonly<Record<string, ReasonText>>
