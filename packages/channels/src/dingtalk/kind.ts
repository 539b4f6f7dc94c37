import { minutes } from '@highwater/core'
import { defineKind } from '../kind.ts'
import { dingtalkConfig, dingtalkSecrets } from './config.ts'
import { dingtalkFaults } from './faults.ts'
import { dingtalkFields } from './fields.ts'
import { dingtalkReasons } from './reasons.ts'
import { callsBy, maxBodyBytes, renderDingtalk } from './render.ts'
import { endpointOf } from './webhook-address.ts'

export const dingtalk = defineKind({
  kind: 'dingtalk',
  place: 10,
  sign: 'robot',
  label: { 'zh-CN': '钉钉群机器人', en: 'DingTalk robot' },
  summary: {
    'zh-CN': '把告警发到钉钉群，可以 @ 指定的人。',
    en: 'Sends alerts into a DingTalk group and can mention people there.',
  },
  config: dingtalkConfig,
  secrets: dingtalkSecrets,
  fields: dingtalkFields,
  capabilities: {
    formats: ['markdown', 'actionCard', 'text'],
    mentions: ['mobile', 'user-id', 'everybody'],
    callsBy,
    ownRobot: true,
    threads: false,
    repeatsSafely: true,
  },
  limits: {
    maxBytes: maxBodyBytes,
    // The robot allows 20 a minute; whether its minute slides is not documented.
    rate: [{ count: 18, per: minutes(1), penalty: minutes(10) }],
  },
  reasons: dingtalkReasons,
  chineseFaults: dingtalkFaults,
  check({ config, secrets }) {
    const endpoint = endpointOf(secrets.webhook, config.baseUrl)
    return 'fault' in endpoint ? [{ path: 'secrets.webhook', message: endpoint.fault }] : []
  },
  robotOf({ config, secrets }) {
    const endpoint = endpointOf(secrets.webhook, config.baseUrl)
    return 'fault' in endpoint
      ? secrets.webhook
      : new URL(endpoint.url).searchParams.get('access_token')
  },
  render: renderDingtalk,
})
