import type { FieldSpec } from '../kind.ts'
import { baseUrlField, proxyField } from '../settings/common.ts'

export const dingtalkFields: readonly FieldSpec[] = [
  {
    path: 'secrets.webhook',
    label: { 'zh-CN': 'Webhook', en: 'Webhook' },
    help: {
      'zh-CN': '群机器人设置页里的完整地址，或只填 access_token。',
      en: 'The whole address from the settings of the group robot, or just its access_token.',
    },
    input: 'password',
    required: true,
  },
  {
    path: 'secrets.signingSecret',
    label: { 'zh-CN': '加签密钥', en: 'Signing secret' },
    help: {
      'zh-CN': '安全设置选择“加签”时填写，以 SEC 开头。',
      en: 'For the security setting “signature”; it starts with SEC.',
    },
    input: 'password',
    required: false,
  },
  {
    path: 'config.keyword',
    label: { 'zh-CN': '关键词', en: 'Keyword' },
    help: {
      'zh-CN': '安全设置选择“自定义关键词”时填写，每条消息（包括恢复和测试）都会带上它。',
      en: 'For the security setting “custom keywords”: every message carries it, recovery and test included.',
    },
    input: 'text',
    required: false,
  },
  {
    path: 'config.format',
    label: { 'zh-CN': '消息格式', en: 'Format' },
    help: {
      'zh-CN': 'Markdown 更易读；卡片用按钮打开告警；纯文本的 @ 在所有客户端都可点击。',
      en: 'Markdown reads better; a card opens the alert by a button; in plain text a mention can be clicked on every client.',
    },
    input: 'select',
    options: [
      { value: 'markdown', label: { 'zh-CN': 'Markdown', en: 'Markdown' } },
      { value: 'actionCard', label: { 'zh-CN': '卡片（带按钮）', en: 'Card with a button' } },
      { value: 'text', label: { 'zh-CN': '纯文本', en: 'Plain text' } },
    ],
    required: true,
  },
  {
    path: 'config.atMobiles',
    label: { 'zh-CN': '@ 手机号', en: 'Mention by mobile' },
    help: {
      'zh-CN': '对方必须在群里，否则收不到提醒。',
      en: 'The person must be in the group, or nobody is notified.',
    },
    input: 'list',
    required: false,
  },
  {
    path: 'config.atUserIds',
    label: { 'zh-CN': '@ 用户 ID', en: 'Mention by user id' },
    help: { 'zh-CN': '钉钉通讯录里的 userId。', en: 'The userId in the DingTalk directory.' },
    input: 'list',
    required: false,
  },
  {
    path: 'config.idsAsDingtalkIds',
    label: { 'zh-CN': '用 atDingtalkIds 发送用户 ID', en: 'Send user ids as atDingtalkIds' },
    help: {
      'zh-CN': '仅当 @ 用户 ID 没有提醒到人时打开：部分组织的机器人只认这个旧字段。',
      en: 'Only when a mention by user id notifies nobody: robots of some tenants know this older name alone.',
    },
    input: 'switch',
    required: false,
  },
  {
    path: 'config.atAll',
    label: { 'zh-CN': '@ 所有人', en: 'Mention everybody' },
    help: {
      'zh-CN': '群设置只允许群主 @ 所有人时不会生效，钉钉也不会报错。',
      en: 'Does nothing, without an error, when the group reserves it to its owner.',
    },
    input: 'switch',
    required: false,
  },
  proxyField,
  baseUrlField,
]
