import type { ReasonText } from './reason-text.ts'

/** Reasons that any kind of channel can have. */
export const answerReasons = {
  accepted: {
    sentence: {
      'zh-CN': '对方确认已接收。',
      'zh-TW': '對方確認已接收。',
      en: 'The receiver confirmed it.',
    },
    advice: { 'zh-CN': '无需处理。', 'zh-TW': '不必處理。', en: 'Nothing to do.' },
  },
  'accepted-shortened': {
    sentence: {
      'zh-CN': '消息超出长度限制，缩短后对方确认已接收。',
      'zh-TW': '訊息超出長度限制，縮短後對方確認已接收。',
      en: 'The message exceeded the limit of length; shortened, it was confirmed.',
    },
    advice: {
      'zh-CN': '完整内容请在告警页查看。',
      'zh-TW': '完整內容請在警報頁面查看。',
      en: 'The alert’s page shows the whole text.',
    },
  },
  'some-recipients-refused': {
    sentence: {
      'zh-CN': '部分收件人被拒绝，其余已接收。',
      'zh-TW': '部分收件人被拒絕，其餘已接收。',
      en: 'Some recipients were refused, the others accepted.',
    },
    advice: {
      'zh-CN': '检查被拒绝的收件人。',
      'zh-TW': '請檢查被拒絕的收件人。',
      en: 'Check those who were refused.',
    },
  },
  'some-alerts-refused': {
    sentence: {
      'zh-CN': '部分告警被拒绝，其余已接收。',
      'zh-TW': '部分警報被拒絕，其餘已接收。',
      en: 'Some alerts were refused, the others accepted.',
    },
    advice: {
      'zh-CN': '对照对方的答复检查被拒绝的告警。',
      'zh-TW': '請對照對方的回覆檢查被拒絕的警報。',
      en: 'Compare those that were refused with what the receiver answered.',
    },
  },
  'goes-on-soon': {
    sentence: {
      'zh-CN': '告警较多，已发送一部分，稍后继续。',
      'zh-TW': '警報較多，已傳送一部分，稍後繼續。',
      en: 'There are many alerts: a part has been sent, and sending goes on.',
    },
    advice: { 'zh-CN': '无需处理。', 'zh-TW': '不必處理。', en: 'Nothing to do.' },
  },
  'provider-busy': {
    sentence: { 'zh-CN': '对方系统繁忙。', 'zh-TW': '對方系統忙碌。', en: 'The receiver is busy.' },
    advice: {
      'zh-CN': '无需处理，会自动重试。',
      'zh-TW': '不必處理，會自動重試。',
      en: 'Nothing to do: it is tried again.',
    },
  },
  'server-error': {
    sentence: {
      'zh-CN': '对方服务器出错。',
      'zh-TW': '對方伺服器發生錯誤。',
      en: 'The receiver’s server failed.',
    },
    advice: {
      'zh-CN': '会自动重试；持续出现时请联系对方。',
      'zh-TW': '會自動重試；持續出現時請聯絡對方。',
      en: 'It is tried again; if it goes on, ask the receiver’s operator.',
    },
  },
  'unreadable-answer': {
    sentence: {
      'zh-CN': '答复无法识别，不能确定消息是否送达。',
      'zh-TW': '回覆無法辨識，不能確定訊息是否送達。',
      en: 'The answer cannot be read, so the message may or may not have arrived.',
    },
    advice: {
      'zh-CN': '检查中间是否有代理或登录页改写了答复。',
      'zh-TW': '請檢查中間是否有代理伺服器或登入頁面改寫了回覆。',
      en: 'Check whether a proxy or a sign-in page answers in the receiver’s place.',
    },
  },
  redirected: {
    sentence: {
      'zh-CN': '对方要求跳转到别的地址，跳转不会被跟随。',
      'zh-TW': '對方要求轉址，而轉址不會被跟隨。',
      en: 'The receiver redirects, and redirects are not followed.',
    },
    advice: {
      'zh-CN': '填写跳转后的最终地址。',
      'zh-TW': '請填寫轉址後的最終位址。',
      en: 'Enter the final address.',
    },
  },
  'not-authorised': {
    sentence: {
      'zh-CN': '对方不接受这里的凭据。',
      'zh-TW': '對方不接受這裡的認證資訊。',
      en: 'The receiver does not accept these credentials.',
    },
    advice: {
      'zh-CN': '检查令牌、密钥或密码，必要时重新生成。',
      'zh-TW': '請檢查權杖、金鑰或密碼，必要時重新產生。',
      en: 'Check token, key or password; make a new one if needed.',
    },
  },
  'not-found': {
    sentence: {
      'zh-CN': '对方没有这个地址。',
      'zh-TW': '對方沒有這個位址。',
      en: 'The receiver has no such address.',
    },
    advice: {
      'zh-CN': '检查地址是否完整，服务是否已迁移。',
      'zh-TW': '請檢查位址是否完整，服務是否已搬移。',
      en: 'Check that the address is whole and has not moved.',
    },
  },
  gone: {
    sentence: {
      'zh-CN': '对方表示这个地址已停用。',
      'zh-TW': '對方表示這個位址已停用。',
      en: 'The receiver says that this address is closed for good.',
    },
    advice: {
      'zh-CN': '换一个地址，或停用这个通道。',
      'zh-TW': '請換一個位址，或停用這個通道。',
      en: 'Use another address, or disable the channel.',
    },
  },
  'method-refused': {
    sentence: {
      'zh-CN': '对方不接受这种请求方法。',
      'zh-TW': '對方不接受這種請求方法。',
      en: 'The receiver does not accept this method.',
    },
    advice: {
      'zh-CN': '检查请求方法和地址。',
      'zh-TW': '請檢查請求方法和位址。',
      en: 'Check method and address.',
    },
  },
  'too-long': {
    sentence: {
      'zh-CN': '消息过长，被对方拒绝。',
      'zh-TW': '訊息過長，被對方拒絕。',
      en: 'The message is too long for the receiver.',
    },
    advice: {
      'zh-CN': '缩短模板或减少 @ 的人。',
      'zh-TW': '請縮短範本或減少 @ 的人。',
      en: 'Shorten the template, or mention fewer people.',
    },
  },
  'request-refused': {
    sentence: {
      'zh-CN': '对方拒绝了这条消息。',
      'zh-TW': '對方拒絕了這則訊息。',
      en: 'The receiver refused the message.',
    },
    advice: {
      'zh-CN': '对照对方的答复检查消息内容和格式。',
      'zh-TW': '請對照對方的回覆檢查訊息內容和格式。',
      en: 'Compare content and format with what the receiver answered.',
    },
  },
  'too-many-messages': {
    sentence: {
      'zh-CN': '发送过于频繁，对方暂时不再接收。',
      'zh-TW': '傳送過於頻繁，對方暫時不再接收。',
      en: 'Too many messages: the receiver pauses.',
    },
    advice: {
      'zh-CN': '到时会自动继续；其他系统也在用同一个机器人时，请各用各的。',
      'zh-TW': '到時會自動繼續；若其他系統也使用同一個機器人，請各用各的。',
      en: 'Sending goes on by itself; if other systems use the same destination, give each its own.',
    },
  },
  'invalid-settings': {
    sentence: {
      'zh-CN': '保存的通道设置无效。',
      'zh-TW': '儲存的通道設定無效。',
      en: 'The saved settings of the channel are not valid.',
    },
    advice: {
      'zh-CN': '打开通道，改正标出的字段后重新保存。',
      'zh-TW': '請開啟通道，改正標示的欄位後重新儲存。',
      en: 'Open the channel, mend the marked field and save it again.',
    },
  },
  'sealed-with-unknown-key': {
    sentence: {
      'zh-CN': '通道的密钥无法解开。',
      'zh-TW': '通道的金鑰無法解開。',
      en: 'The secrets of the channel cannot be opened.',
    },
    advice: {
      'zh-CN': '把原来的密钥放回 HIGHWATER_SECRET，消息会自动重试；或重新填写通道的密钥。',
      'zh-TW': '請把原來的金鑰放回 HIGHWATER_SECRET，訊息會自動重試；或重新填寫通道的金鑰。',
      en: 'Bring the former key back into HIGHWATER_SECRET and the message is tried again; or enter the channel’s secrets anew.',
    },
  },
  'worker-lost': {
    sentence: {
      'zh-CN': '发送途中 worker 退出，不能确定消息是否送达。',
      'zh-TW': '傳送途中 worker 結束，不能確定訊息是否送達。',
      en: 'The worker died during the attempt, so the message may or may not have arrived.',
    },
    advice: {
      'zh-CN': '会自动重试并注明可能重复；经常出现时请检查 worker 的日志和内存。',
      'zh-TW': '會自動重試並註明可能重複；經常出現時請檢查 worker 的記錄和記憶體。',
      en: 'It is tried again and says that it may be a duplicate; if it happens often, look at the worker’s log and memory.',
    },
  },
  unexpected: {
    sentence: {
      'zh-CN': '发送时出现意外错误。',
      'zh-TW': '傳送時發生未預期的錯誤。',
      en: 'An unexpected error occurred while sending.',
    },
    advice: {
      'zh-CN': '请把这次发送的详情反馈给开发者。',
      'zh-TW': '請把這次傳送的詳細資料回報給開發人員。',
      en: 'Please report it with the details of this attempt.',
    },
  },
} as const satisfies Readonly<Record<string, ReasonText>>
