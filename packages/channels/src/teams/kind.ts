import { seconds } from '@highwater/core'
import { defineKind } from '../kind.ts'
import { teamsConfig, teamsSecrets } from './config.ts'
import { teamsFaults } from './faults.ts'
import { teamsFields } from './fields.ts'
import { teamsReasons } from './reasons.ts'
import { maxBodyBytes, renderTeams } from './render.ts'
import { endpointOf } from './webhook-address.ts'

export const teams = defineKind({
  kind: 'teams',
  place: 80,
  sign: 'robot',
  label: { 'zh-CN': 'Microsoft Teams', en: 'Microsoft Teams' },
  summary: {
    'zh-CN': '通过 Power Automate 工作流把告警以卡片发到 Teams。',
    en: 'Sends alerts as cards into Teams through a Power Automate workflow.',
  },
  config: teamsConfig,
  secrets: teamsSecrets,
  fields: teamsFields,
  capabilities: {
    formats: ['card'],
    mentions: ['user-id'],
    threads: false,
    repeatsSafely: false,
  },
  limits: {
    maxBytes: maxBodyBytes,
    // More than 4 requests a second are refused.
    rate: [{ count: 3, per: seconds(1) }],
  },
  reasons: teamsReasons,
  chineseFaults: teamsFaults,
  check({ config, secrets }) {
    const endpoint = endpointOf(secrets.webhook, config.baseUrl)
    return 'fault' in endpoint ? [{ path: 'secrets.webhook', message: endpoint.fault }] : []
  },
  robotOf: ({ secrets }) => secrets.webhook,
  render: renderTeams,
})
