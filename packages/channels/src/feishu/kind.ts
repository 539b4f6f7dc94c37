import { minutes, seconds } from '@highwater/core'
import { defineKind } from '../kind.ts'
import { feishuConfig, feishuSecrets } from './config.ts'
import { feishuFaults } from './faults.ts'
import { feishuFields } from './fields.ts'
import { feishuReasons } from './reasons.ts'
import { callsBy, maxBodyBytes, renderFeishu } from './render.ts'
import { endpointOf, hookIdOf } from './webhook-address.ts'

export const feishu = defineKind({
  kind: 'feishu',
  place: 20,
  sign: 'robot',
  label: { 'zh-CN': '飞书群机器人', en: 'Feishu / Lark robot' },
  summary: {
    'zh-CN': '把告警以卡片发到飞书或 Lark 群，可以 @ 指定的人。',
    en: 'Sends alerts as cards into a Feishu or Lark group and can mention people there.',
  },
  config: feishuConfig,
  secrets: feishuSecrets,
  fields: feishuFields,
  capabilities: {
    formats: ['card', 'post', 'text'],
    mentions: ['user-id', 'everybody'],
    callsBy,
    ownRobot: true,
    threads: false,
    repeatsSafely: false,
  },
  limits: {
    maxBytes: maxBodyBytes,
    // The robot allows 5 a second and 100 a minute.
    rate: [
      { count: 4, per: seconds(1), penalty: minutes(1) },
      { count: 90, per: minutes(1), penalty: minutes(1) },
    ],
  },
  reasons: feishuReasons,
  chineseFaults: feishuFaults,
  check({ config, secrets }) {
    const endpoint = endpointOf(secrets.webhook, config.baseUrl)
    return 'fault' in endpoint ? [{ path: 'secrets.webhook', message: endpoint.fault }] : []
  },
  robotOf({ config, secrets }) {
    const endpoint = endpointOf(secrets.webhook, config.baseUrl)
    return 'fault' in endpoint ? secrets.webhook : hookIdOf(endpoint.url)
  },
  render: renderFeishu,
})
