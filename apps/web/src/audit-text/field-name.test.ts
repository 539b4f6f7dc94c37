import { channelKinds, clusterFields } from '@highwater/channels/catalog'
import { locales } from '@highwater/core'
import { sourceKinds } from '@highwater/sources/catalog'
import { expect, it } from 'vitest'
import { fieldName } from './field-name.ts'

const dingtalk = { target: 'channel', before: { kind: 'dingtalk' }, after: null } as const

it.each([
  [dingtalk, 'secrets.signingSecret', '加签密钥', 'Signing secret'],
  [dingtalk, 'config', '设置', 'Settings'],
  [dingtalk, 'secrets.ofAnotherRelease', '密钥 › ofAnotherRelease', 'Secrets › ofAnotherRelease'],
  [
    { target: 'channel', before: null, after: { kind: 'webhook' } },
    'config.headers.X-Env',
    '请求头 › X-Env',
    'Headers › X-Env',
  ],
  [
    { target: 'account', before: null, after: {} },
    'robots.feishu.secrets.webhook',
    '个人机器人 › 飞书群机器人 › Webhook',
    'Own robots › Feishu / Lark robot › Webhook',
  ],
  [
    { target: 'account', before: null, after: {} },
    'robots.feishu.enabled',
    '个人机器人 › 飞书群机器人 › 启用',
    'Own robots › Feishu / Lark robot › Enabled',
  ],
  [
    { target: 'account', before: null, after: {} },
    'departments.R. & D.',
    '部门 › R. & D.',
    'Departments › R. & D.',
  ],
  [
    { target: 'protection_level', before: null, after: null },
    'high.latencySeconds',
    '高保护 › 延迟阈值（秒）',
    'High › Latency threshold (seconds)',
  ],
] as const)('%j: %s is called as its form calls it', (audited, path, zh, en) => {
  expect(fieldName(audited, path, 'zh-CN')).toBe(zh)
  expect(fieldName(audited, path, 'en')).toBe(en)
})

it('A field of another release has no name but its path', () => {
  expect(fieldName({ target: 'silence', before: null, after: null }, 'unheard', 'en')).toBeNull()
})

it('Every setting of every kind is called as its form calls it', () => {
  const settings = [
    ...channelKinds.map(({ kind, fields }) => ({ target: 'channel' as const, kind, fields })),
    ...sourceKinds.map(({ kind, fields }) => ({ target: 'source' as const, kind, fields })),
    { target: 'ocp_cluster' as const, kind: null, fields: clusterFields },
  ]
  for (const { target, kind, fields } of settings) {
    for (const { path, label } of fields) {
      for (const locale of locales) {
        expect(fieldName({ target, before: null, after: { kind } }, path, locale)).toBe(
          label[locale],
        )
      }
    }
  }
})
