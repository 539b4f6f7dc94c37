import { minutes } from '@highwater/core'
import { defineKind } from '../kind.ts'
import { wecomRobotConfig, wecomRobotSecrets } from './config.ts'
import { wecomRobotFaults } from './faults.ts'
import { wecomRobotFields } from './fields.ts'
import { wecomRobotReasons } from './reasons.ts'
import { callsBy, maxContentBytes, needsCall, renderWecomRobot } from './render.ts'
import { endpointOf } from './webhook-address.ts'

const penalty = minutes(1)

export const wecomRobot = defineKind({
  kind: 'wecom-robot',
  place: 30,
  sign: 'robot',
  label: { 'zh-CN': '企业微信群机器人', en: 'WeCom robot' },
  summary: {
    'zh-CN': '把告警发到企业微信群，可以 @ 指定的人。',
    en: 'Sends alerts into a WeCom group and can mention people there.',
  },
  config: wecomRobotConfig,
  secrets: wecomRobotSecrets,
  fields: wecomRobotFields,
  capabilities: {
    formats: ['markdown', 'markdown_v2', 'text'],
    mentions: ['mobile', 'user-id', 'everybody'],
    callsBy: callsBy.text,
    ownRobot: true,
    threads: false,
    repeatsSafely: false,
  },
  limits: {
    maxBytes: maxContentBytes.markdown,
    // The robot allows 20 a minute; whether its minute slides is not documented.
    rate: [{ count: 18, per: minutes(1), penalty }],
    rateWith: (config) => [{ count: needsCall(config) ? 9 : 18, per: minutes(1), penalty }],
  },
  reasons: wecomRobotReasons,
  chineseFaults: wecomRobotFaults,
  check({ config, secrets }) {
    const endpoint = endpointOf(secrets.webhook, config.baseUrl)
    return 'fault' in endpoint ? [{ path: 'secrets.webhook', message: endpoint.fault }] : []
  },
  robotOf({ config, secrets }) {
    const endpoint = endpointOf(secrets.webhook, config.baseUrl)
    return 'fault' in endpoint ? secrets.webhook : new URL(endpoint.url).searchParams.get('key')
  },
  render: renderWecomRobot,
})
