import type { ReasonText } from '../outcome/reason-text.ts'

export const telegramReasons = {
  'chat-moved': {
    sentence: {
      'zh-CN': '群组已升级，消息按新的会话 ID 送达。',
      'zh-TW': '群組已升級，訊息依新的聊天室 ID 送達。',
      en: 'The group was upgraded; the message was delivered under its new chat id.',
    },
    advice: {
      'zh-CN': '把通道的会话 ID 改为新 ID，发送记录里对方的答复中有写明。',
      'zh-TW': '請把通道的聊天室 ID 改為新 ID，傳送紀錄的對方回覆中有寫明。',
      en: 'Change the chat id of the channel to the new one, which the answer to each message names.',
    },
  },
  'sent-without-markup': {
    sentence: {
      'zh-CN': '对方无法解析格式，已改为纯文本送达。',
      'zh-TW': '對方無法解析格式，已改以純文字送達。',
      en: 'The markup could not be read, so the message was delivered as plain text.',
    },
    advice: {
      'zh-CN': '请把对方的说明反馈给开发者。',
      'zh-TW': '請把對方的說明回報給開發人員。',
      en: 'Please report the words of the receiver.',
    },
  },
  'chat-unknown': {
    sentence: {
      'zh-CN': '机器人找不到这个会话。',
      'zh-TW': '機器人找不到這個聊天室。',
      en: 'The bot does not know this chat.',
    },
    advice: {
      'zh-CN': '检查会话 ID，并把机器人加到群里。',
      'zh-TW': '請檢查聊天室 ID，並把機器人加入群組。',
      en: 'Check the chat id, and add the bot to the group.',
    },
  },
  'bot-shut-out': {
    sentence: {
      'zh-CN': '机器人已被移出、屏蔽或没有发言权限。',
      'zh-TW': '機器人已被移出、封鎖或沒有發言權限。',
      en: 'The bot was removed, blocked or may not write there.',
    },
    advice: {
      'zh-CN': '把机器人重新加到会话，并允许它发消息。',
      'zh-TW': '請把機器人重新加入聊天室，並允許它傳送訊息。',
      en: 'Add it again and let it write.',
    },
  },
  'bot-unknown': {
    sentence: {
      'zh-CN': '机器人 Token 不正确或已失效。',
      'zh-TW': '機器人 Token 不正確或已失效。',
      en: 'The token of the bot is wrong or was revoked.',
    },
    advice: {
      'zh-CN': '在 BotFather 里重新获取 Token。',
      'zh-TW': '請在 BotFather 重新取得 Token。',
      en: 'Ask BotFather for the token again.',
    },
  },
} as const satisfies Readonly<Record<string, ReasonText>>
