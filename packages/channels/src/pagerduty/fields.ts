import type { FieldSpec } from '../kind.ts'
import { baseUrlField, proxyField } from '../settings/common.ts'

export const pagerdutyFields: readonly FieldSpec[] = [
  {
    path: 'secrets.routingKey',
    label: { 'zh-CN': '集成密钥', en: 'Integration key' },
    help: {
      'zh-CN':
        '服务的“Events API V2”集成里的 Integration Key，32 位。更换后，原密钥下未结束的事件需在 PagerDuty 里手动解决。',
      en: 'Of the “Events API V2” integration of the service: 32 letters and digits. What another key has opened is to be resolved in PagerDuty itself.',
    },
    input: 'password',
    required: true,
  },
  {
    path: 'config.region',
    label: { 'zh-CN': '服务区域', en: 'Service region' },
    help: {
      'zh-CN': '账号所在的区域；控制台地址含 eu 时选欧洲。',
      en: 'Where the account lives: Europe when its console has “eu” in the address.',
    },
    input: 'select',
    options: [
      { value: 'us', label: { 'zh-CN': '美国', en: 'United States' } },
      { value: 'eu', label: { 'zh-CN': '欧洲', en: 'Europe' } },
    ],
    required: true,
  },
  proxyField,
  baseUrlField,
]
