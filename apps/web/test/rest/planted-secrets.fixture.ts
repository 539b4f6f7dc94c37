import type { ChannelKindName } from '@highwater/channels/catalog'

/** Part of every secret that is planted; nothing else holds it. */
export const mark = 'Pl4ntedS3cret'

interface Draft {
  readonly config: Readonly<Record<string, unknown>>
  readonly secrets: Readonly<Record<string, unknown>>
}

const nobodyListens = 'http://127.0.0.1:9'

/** Settings of every kind of channel, each with all of its secrets; a new kind has to plant its own. */
export const channelDrafts: Readonly<Record<ChannelKindName, Draft>> = {
  alertmanager: {
    config: { addresses: [nobodyListens], username: 'ops' },
    secrets: { password: `${mark}-alertmanager` },
  },
  dingtalk: {
    config: {},
    secrets: { webhook: `${mark}-dingtalk`, signingSecret: `SEC${mark}` },
  },
  email: {
    config: {
      host: '127.0.0.1',
      port: 9,
      username: 'ops',
      from: { address: 'highwater@example.com' },
      to: ['dba@example.com'],
    },
    secrets: { password: `${mark}-mail` },
  },
  feishu: {
    config: {},
    secrets: { webhook: `${mark}-feishu`, signingSecret: `${mark}-feishu-sign` },
  },
  ocp: { config: {}, secrets: {} },
  pagerduty: { config: {}, secrets: { routingKey: `${mark}AAAABBBBCCCCDDDDEEE` } },
  script: {
    config: { file: 'notify.sh' },
    secrets: { environment: { API_KEY: `${mark}-script` } },
  },
  slack: {
    config: {},
    secrets: { webhook: `https://hooks.slack.com/services/T000/B000/${mark}` },
  },
  teams: {
    config: {},
    secrets: {
      webhook: `https://prod-1.westeurope.logic.azure.com/workflows/abc/triggers/manual/paths/invoke?sig=${mark}`,
    },
  },
  telegram: { config: { chatId: '-1001234567890' }, secrets: { botToken: `123456:${mark}` } },
  webhook: {
    config: { url: `${nobodyListens}/alerts` },
    secrets: { authorization: `Bearer ${mark}-webhook` },
  },
  'wecom-app': {
    config: { corpId: 'ww1234567890abcdef', agentId: 1_000_002, toUser: ['@all'] },
    secrets: { corpSecret: `${mark}-wecom` },
  },
  'wecom-robot': { config: {}, secrets: { webhook: `${mark}-wecom-robot` } },
}
