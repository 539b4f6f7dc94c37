import type { FieldSpec } from '../kind.ts'
import { baseUrlField, proxyField } from '../settings/common.ts'

export const feishuFields: readonly FieldSpec[] = [
  {
    path: 'secrets.webhook',
    label: { 'zh-CN': 'Webhook', en: 'Webhook' },
    help: {
      'zh-CN': '群设置里自定义机器人的完整地址（飞书或 Lark），或只填地址末尾的 ID。',
      en: 'The whole address of the custom bot (Feishu or Lark) from the settings of the group, or just the id at its end.',
    },
    input: 'password',
    required: true,
  },
  {
    path: 'secrets.signingSecret',
    label: { 'zh-CN': '签名密钥', en: 'Signing secret' },
    help: {
      'zh-CN': '安全设置勾选“签名校验”时填写。',
      en: 'For the security setting “signature verification”.',
    },
    input: 'password',
    required: false,
  },
  {
    path: 'config.keyword',
    label: { 'zh-CN': '关键词', en: 'Keyword' },
    help: {
      'zh-CN': '安全设置勾选“自定义关键词”时填写，每条消息（包括恢复和测试）都会带上它。',
      en: 'For the security setting “custom keywords”: every message carries it, recovery and test included.',
    },
    input: 'text',
    required: false,
  },
  {
    path: 'config.format',
    label: { 'zh-CN': '消息格式', en: 'Format' },
    help: {
      'zh-CN': '卡片的标题颜色表示告警状态；富文本和纯文本更简洁。',
      en: 'The colour of a card’s title shows the state of the alert; the other two are plainer.',
    },
    input: 'select',
    options: [
      { value: 'card', label: { 'zh-CN': '消息卡片', en: 'Card' } },
      { value: 'post', label: { 'zh-CN': '富文本', en: 'Rich text' } },
      { value: 'text', label: { 'zh-CN': '纯文本', en: 'Plain text' } },
    ],
    required: true,
  },
  {
    path: 'config.atUserIds',
    label: { 'zh-CN': '@ 用户 ID', en: 'Mention by user id' },
    help: {
      'zh-CN': '填写 open_id（ou_ 开头）或 user_id。群机器人不支持按手机号或邮箱 @。',
      en: 'An open_id (ou_…) or a user_id. A robot can mention by neither mobile nor e-mail.',
    },
    input: 'list',
    required: false,
  },
  {
    path: 'config.atAll',
    label: { 'zh-CN': '@ 所有人', en: 'Mention everybody' },
    help: {
      'zh-CN': '群设置只允许管理员 @ 所有人时不会生效，飞书也不会报错。',
      en: 'Does nothing, without an error, when the group reserves it to its administrators.',
    },
    input: 'switch',
    required: false,
  },
  proxyField,
  baseUrlField,
]
