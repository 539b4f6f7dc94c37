import type { FieldSpec } from '../kind.ts'
import { baseUrlField, proxyField } from '../settings/common.ts'

export const telegramFields: readonly FieldSpec[] = [
  {
    path: 'secrets.botToken',
    label: { 'zh-CN': '机器人 Token', en: 'Bot token' },
    help: { 'zh-CN': 'BotFather 给出的 Token。', en: 'The token that BotFather gave.' },
    input: 'password',
    required: true,
  },
  {
    path: 'config.chatId',
    label: { 'zh-CN': '会话 ID', en: 'Chat id' },
    help: {
      'zh-CN': '群组 ID 通常以 -100 开头；公开频道可填 @名称。机器人须已在群里。',
      en: 'Ids of groups usually begin with -100; a public channel may be written as @name. The bot must be a member.',
    },
    input: 'text',
    required: true,
  },
  {
    path: 'config.messageThreadId',
    label: { 'zh-CN': '话题编号', en: 'Topic' },
    help: {
      'zh-CN': '群组开启话题时，填写消息要发到的话题编号。',
      en: 'In a group with topics: the number of the one that messages go to.',
    },
    input: 'text',
    required: false,
  },
  {
    path: 'config.silent',
    label: { 'zh-CN': '静音发送', en: 'Without a sound' },
    help: {
      'zh-CN': '接收者的设备不会响铃。',
      en: 'The devices of its readers make no sound.',
    },
    input: 'switch',
    required: false,
  },
  proxyField,
  baseUrlField,
]
