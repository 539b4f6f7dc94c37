import type { FieldSpec } from '../kind.ts'
import { proxyField } from '../settings/common.ts'
import { trustedCaField } from '../settings/trusted-ca.ts'

const byPassword = { path: 'config.signIn', oneOf: ['password'] } as const
const byKey = { path: 'config.signIn', oneOf: ['access-key'] } as const

/** The form of an associated OCP cluster. */
export const clusterFields: readonly FieldSpec[] = [
  {
    path: 'config.endpoint',
    label: { 'zh-CN': '访问地址', en: 'Endpoint' },
    help: {
      'zh-CN': 'OCP 的 IP:端口，例如 10.0.0.8:8080；使用 HTTPS 时写完整地址。',
      en: 'IP:port of OCP, such as 10.0.0.8:8080; for HTTPS the whole address.',
    },
    input: 'text',
    required: true,
  },
  {
    path: 'config.signIn',
    label: { 'zh-CN': '认证方式', en: 'Sign in with' },
    help: { 'zh-CN': '', en: '' },
    input: 'select',
    options: [
      { value: 'password', label: { 'zh-CN': '用户名和密码', en: 'User and password' } },
      { value: 'access-key', label: { 'zh-CN': 'AK/SK', en: 'Access key (AK/SK)' } },
    ],
    required: true,
  },
  {
    path: 'config.user',
    label: { 'zh-CN': 'API 用户名', en: 'API user' },
    help: {
      'zh-CN': '须有告警中心的权限。',
      en: 'It needs the rights of the alarm centre.',
    },
    input: 'text',
    required: true,
    showWhen: byPassword,
  },
  {
    path: 'secrets.password',
    label: { 'zh-CN': 'API 密码', en: 'API password' },
    help: { 'zh-CN': '加密保存，保存后不再显示。', en: 'Sealed when saved and never shown again.' },
    input: 'password',
    required: true,
    showWhen: byPassword,
  },
  {
    path: 'config.accessKey',
    label: { 'zh-CN': 'AccessKey', en: 'Access key' },
    help: {
      'zh-CN': '在 OCP 个人设置里创建。',
      en: 'Made in the personal settings of OCP.',
    },
    input: 'text',
    required: true,
    showWhen: byKey,
  },
  {
    path: 'secrets.secretKey',
    label: { 'zh-CN': 'SecretKey', en: 'Secret key' },
    help: {
      'zh-CN': '两边时钟相差不能超过 15 分钟。',
      en: 'The clocks of both sides may differ by 15 minutes at most.',
    },
    input: 'password',
    required: true,
    showWhen: byKey,
  },
  {
    path: 'config.version',
    label: { 'zh-CN': '版本', en: 'Version' },
    help: { 'zh-CN': '仅供记录，例如 4.3.6。', en: 'For the record only, such as 4.3.6.' },
    input: 'text',
    required: false,
  },
  trustedCaField,
  proxyField,
]
