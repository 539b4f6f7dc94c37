import type { FieldSpec } from '../kind.ts'
import { baseUrlField, proxyField } from '../settings/common.ts'

export const teamsFields: readonly FieldSpec[] = [
  {
    path: 'secrets.webhook',
    label: { 'zh-CN': '工作流地址', en: 'Workflow address' },
    help: {
      'zh-CN': 'Teams 工作流“收到 Webhook 请求时”给出的完整地址，其中包含签名。',
      en: 'The whole address of the workflow “when a Teams webhook request is received”, its signature included.',
    },
    input: 'password',
    required: true,
  },
  {
    path: 'config.mentions',
    label: { 'zh-CN': '@ 的人', en: 'People to mention' },
    help: {
      'zh-CN': '左边填登录名（例如 lilei@example.com），右边填显示的名字。',
      en: 'The sign-in name, such as lilei@example.com, and the name to be shown.',
    },
    input: 'keyvalue',
    required: false,
  },
  proxyField,
  baseUrlField,
]
