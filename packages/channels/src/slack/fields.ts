import type { FieldSpec } from '../kind.ts'
import { baseUrlField, proxyField } from '../settings/common.ts'

export const slackFields: readonly FieldSpec[] = [
  {
    path: 'secrets.webhook',
    label: { 'zh-CN': 'Webhook', en: 'Webhook' },
    help: {
      'zh-CN': 'Slack 应用“Incoming Webhooks”页面里的完整地址。',
      en: 'The whole address from “Incoming Webhooks” of the Slack app.',
    },
    input: 'password',
    required: true,
  },
  {
    path: 'config.mentionUserIds',
    label: { 'zh-CN': '@ 成员 ID', en: 'Mention members' },
    help: {
      'zh-CN': '成员资料里的 ID，例如 U012AB3CD；填用户名不会生效。',
      en: 'Ids from the members’ profiles, such as U012AB3CD; user names do not work.',
    },
    input: 'list',
    required: false,
  },
  {
    path: 'config.mentionGroupIds',
    label: { 'zh-CN': '@ 用户组 ID', en: 'Mention user groups' },
    help: { 'zh-CN': '例如 S012AB3CD。', en: 'Such as S012AB3CD.' },
    input: 'list',
    required: false,
  },
  {
    path: 'config.mentionAll',
    label: { 'zh-CN': '@ 频道', en: 'Mention the channel' },
    help: {
      'zh-CN': '在线成员（@here）或所有成员（@channel）。',
      en: 'Those who are active (@here), or every member (@channel).',
    },
    input: 'select',
    options: [
      { value: 'nobody', label: { 'zh-CN': '不 @', en: 'Nobody' } },
      { value: 'here', label: { 'zh-CN': '在线成员', en: 'Active members' } },
      { value: 'channel', label: { 'zh-CN': '所有成员', en: 'Every member' } },
    ],
    required: true,
  },
  proxyField,
  baseUrlField,
]
