import type { FieldSpec } from '../kind.ts'
import { baseUrlField, proxyField } from '../settings/common.ts'

export const wecomRobotFields: readonly FieldSpec[] = [
  {
    path: 'secrets.webhook',
    label: { 'zh-CN': 'Webhook', en: 'Webhook' },
    help: {
      'zh-CN': '群机器人（消息推送）的完整地址，或只填 key。',
      en: 'The whole address of the group robot, or just its key.',
    },
    input: 'password',
    required: true,
  },
  {
    path: 'config.format',
    label: { 'zh-CN': '消息格式', en: 'Format' },
    help: {
      'zh-CN':
        'Markdown 可以用颜色区分状态；Markdown V2 没有颜色，但支持列表；纯文本最多 2,048 字节。',
      en: 'Markdown shows the state in colour; Markdown V2 has lists but no colours; plain text takes at most 2,048 bytes.',
    },
    input: 'select',
    options: [
      { value: 'markdown', label: { 'zh-CN': 'Markdown', en: 'Markdown' } },
      { value: 'markdown_v2', label: { 'zh-CN': 'Markdown V2', en: 'Markdown V2' } },
      { value: 'text', label: { 'zh-CN': '纯文本', en: 'Plain text' } },
    ],
    required: true,
  },
  {
    path: 'config.mentionedUserIds',
    label: { 'zh-CN': '@ 成员 UserID', en: 'Mention by user id' },
    help: {
      'zh-CN': '企业微信通讯录里的账号。Markdown V2 不支持 @，会另发一条短消息。',
      en: 'The account in the WeCom directory. Markdown V2 knows no mentions: a short second message makes them.',
    },
    input: 'list',
    required: false,
  },
  {
    path: 'config.mentionedMobiles',
    label: { 'zh-CN': '@ 手机号', en: 'Mention by mobile' },
    help: {
      'zh-CN': '只有纯文本支持按手机号 @；其他格式会另发一条短消息，每分钟可发的告警因此减半。',
      en: 'Only plain text can do so: with the other formats a short second message does, which halves the alerts that can be sent in a minute.',
    },
    input: 'list',
    required: false,
  },
  {
    path: 'config.atAll',
    label: { 'zh-CN': '@ 所有人', en: 'Mention everybody' },
    help: {
      'zh-CN': '只有纯文本支持；其他格式会另发一条短消息。',
      en: 'Only plain text can do so: with the other formats a short second message does.',
    },
    input: 'switch',
    required: false,
  },
  proxyField,
  baseUrlField,
]
