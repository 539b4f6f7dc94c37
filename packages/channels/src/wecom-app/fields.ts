import type { FieldSpec } from '../kind.ts'
import { baseUrlField, proxyField } from '../settings/common.ts'

export const wecomAppFields: readonly FieldSpec[] = [
  {
    path: 'config.corpId',
    label: { 'zh-CN': '企业 ID', en: 'Corp id' },
    help: {
      'zh-CN': '管理后台“我的企业”页面最下方的企业 ID。',
      en: 'At the bottom of “My enterprise” in the administration of WeCom.',
    },
    input: 'text',
    required: true,
  },
  {
    path: 'config.agentId',
    label: { 'zh-CN': 'AgentId', en: 'AgentId' },
    help: { 'zh-CN': '应用详情页里的 AgentId。', en: 'On the page of the application.' },
    input: 'number',
    required: true,
  },
  {
    path: 'secrets.corpSecret',
    label: { 'zh-CN': '应用 Secret', en: 'Secret' },
    help: {
      'zh-CN': '应用详情页里的 Secret；请同时把 worker 的出口 IP 加到“企业可信 IP”。',
      en: 'On the page of the application; add the outgoing address of the worker to its trusted addresses, too.',
    },
    input: 'password',
    required: true,
  },
  {
    path: 'config.toUser',
    label: { 'zh-CN': '接收成员', en: 'Members' },
    help: {
      'zh-CN': '通讯录里的 UserID；填 @all 发给应用可见范围内的所有人。',
      en: 'User ids of the directory; @all reaches everybody who can see the application.',
    },
    input: 'list',
    required: false,
  },
  {
    path: 'config.toParty',
    label: { 'zh-CN': '接收部门', en: 'Departments' },
    help: { 'zh-CN': '部门 ID，例如 2。', en: 'Ids of departments, such as 2.' },
    input: 'list',
    required: false,
  },
  {
    path: 'config.toTag',
    label: { 'zh-CN': '接收标签', en: 'Tags' },
    help: { 'zh-CN': '标签 ID，例如 1。', en: 'Ids of tags, such as 1.' },
    input: 'list',
    required: false,
  },
  {
    path: 'config.format',
    label: { 'zh-CN': '消息格式', en: 'Format' },
    help: {
      'zh-CN': 'Markdown 只在企业微信客户端显示；需要在微信里查看时请选文本卡片或纯文本。',
      en: 'Markdown shows in the WeCom client only; choose a card or plain text for readers in WeChat.',
    },
    input: 'select',
    options: [
      { value: 'markdown', label: { 'zh-CN': 'Markdown', en: 'Markdown' } },
      { value: 'textcard', label: { 'zh-CN': '文本卡片', en: 'Card' } },
      { value: 'text', label: { 'zh-CN': '纯文本', en: 'Plain text' } },
    ],
    required: true,
  },
  proxyField,
  baseUrlField,
]
