import { seconds } from '@highwater/core'
import { defineKind } from '../kind.ts'
import { slackConfig, slackSecrets } from './config.ts'
import { slackFaults } from './faults.ts'
import { slackFields } from './fields.ts'
import { slackReasons } from './reasons.ts'
import { maxBodyBytes, renderSlack } from './render.ts'
import { endpointOf } from './webhook-address.ts'

export const slack = defineKind({
  kind: 'slack',
  place: 70,
  sign: 'robot',
  label: { 'zh-CN': 'Slack', en: 'Slack' },
  summary: {
    'zh-CN': '通过 Incoming Webhook 把告警发到 Slack 频道。',
    en: 'Sends alerts into a Slack conversation through an incoming webhook.',
  },
  config: slackConfig,
  secrets: slackSecrets,
  fields: slackFields,
  capabilities: {
    formats: ['blocks'],
    mentions: ['user-id', 'everybody'],
    threads: false,
    repeatsSafely: false,
  },
  limits: {
    maxBytes: maxBodyBytes,
    // Slack allows one a second, with short bursts.
    rate: [{ count: 1, per: seconds(1) }],
  },
  reasons: slackReasons,
  chineseFaults: slackFaults,
  check({ config, secrets }) {
    const endpoint = endpointOf(secrets.webhook, config.baseUrl)
    return 'fault' in endpoint ? [{ path: 'secrets.webhook', message: endpoint.fault }] : []
  },
  robotOf: ({ secrets }) => secrets.webhook,
  render: renderSlack,
})
