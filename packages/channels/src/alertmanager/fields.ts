import type { FieldSpec } from '../kind.ts'
import { proxyField } from '../settings/common.ts'
import { trustedCaField } from '../settings/trusted-ca.ts'

export const alertmanagerFields: readonly FieldSpec[] = [
  {
    path: 'config.addresses',
    label: { 'zh-CN': '地址', en: 'Addresses' },
    help: {
      'zh-CN': '例如 http://10.0.0.8:9093。集群请逐个填写每个节点，不要填负载均衡的地址。',
      en: 'Such as http://10.0.0.8:9093. Of a cluster every peer, never a load balancer.',
    },
    input: 'list',
    required: true,
  },
  {
    path: 'config.username',
    label: { 'zh-CN': '用户名', en: 'User' },
    help: { 'zh-CN': '需要 Basic 认证时填写。', en: 'Where basic authentication is wanted.' },
    input: 'text',
    required: false,
  },
  {
    path: 'secrets.password',
    label: { 'zh-CN': '密码', en: 'Password' },
    help: { 'zh-CN': '与用户名一起使用。', en: 'Goes with the user.' },
    input: 'password',
    required: false,
  },
  {
    path: 'secrets.bearerToken',
    label: { 'zh-CN': 'Bearer 令牌', en: 'Bearer token' },
    help: {
      'zh-CN': '代替用户名和密码。',
      en: 'In place of a user and a password.',
    },
    input: 'password',
    required: false,
  },
  {
    path: 'config.labels',
    label: { 'zh-CN': '附加标签', en: 'Further labels' },
    help: {
      'zh-CN': '加到每条告警上，供路由使用，例如 team=dba。',
      en: 'Added to every alert, for your routes: such as team=dba.',
    },
    input: 'keyvalue',
    required: false,
  },
  {
    path: 'config.holdHours',
    label: { 'zh-CN': '保持时间（小时）', en: 'Hold time (hours)' },
    help: {
      'zh-CN': '没有新消息时，Alertmanager 把告警视为仍在触发的最长时间；每次重复通知都会顺延。',
      en: 'How long Alertmanager takes an alert for firing without news; every repeat begins it anew.',
    },
    input: 'number',
    required: true,
  },
  trustedCaField,
  proxyField,
]
