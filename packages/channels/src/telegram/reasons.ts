import type { ReasonText } from '../outcome/reason-text.ts'

export const telegramReasons = {
  'chat-moved': {
    sentence: {
      'zh-CN': '群组已升级，消息按新的会话 ID 送达。',
      en: 'The group was upgraded; the message was delivered under its new chat id.',
    },
    advice: {
      'zh-CN': '把通道的会话 ID 改为对方说明里的新 ID。',
      en: 'Change the chat id of the channel to the one named here.',
    },
  },
  'sent-without-markup': {
    sentence: {
      'zh-CN': '对方无法解析格式，已改为纯文本送达。',
      en: 'The markup could not be read, so the message was delivered as plain text.',
    },
    advice: {
      'zh-CN': '请把对方的说明反馈给开发者。',
      en: 'Please report the words of the receiver.',
    },
  },
  'chat-unknown': {
    sentence: { 'zh-CN': '机器人找不到这个会话。', en: 'The bot does not know this chat.' },
    advice: {
      'zh-CN': '检查会话 ID，并把机器人加到群里。',
      en: 'Check the chat id, and add the bot to the group.',
    },
  },
  'bot-shut-out': {
    sentence: {
      'zh-CN': '机器人已被移出、屏蔽或没有发言权限。',
      en: 'The bot was removed, blocked or may not write there.',
    },
    advice: {
      'zh-CN': '把机器人重新加到会话，并允许它发消息。',
      en: 'Add it again and let it write.',
    },
  },
  'bot-unknown': {
    sentence: {
      'zh-CN': '机器人 Token 不正确或已失效。',
      en: 'The token of the bot is wrong or was revoked.',
    },
    advice: {
      'zh-CN': '在 BotFather 里重新获取 Token。',
      en: 'Ask BotFather for the token again.',
    },
  },
} as const satisfies Readonly<Record<string, ReasonText>>
