import { hours, minutes } from '@highwater/core'
import { defineKind } from '../kind.ts'
import { wecomAppConfig, wecomAppSecrets } from './config.ts'
import { wecomAppFaults } from './faults.ts'
import { wecomAppFields } from './fields.ts'
import { wecomAppReasons } from './reasons.ts'
import { maxContentBytes, renderWecomApp } from './render.ts'

export const wecomApp = defineKind({
  kind: 'wecom-app',
  place: 40,
  sign: 'person',
  label: { 'zh-CN': '企业微信应用', en: 'WeCom application' },
  summary: {
    'zh-CN': '通过企业微信自建应用把告警发给成员、部门或标签。',
    en: 'Sends alerts to members, departments or tags through an application in WeCom.',
  },
  config: wecomAppConfig,
  secrets: wecomAppSecrets,
  fields: wecomAppFields,
  example: { corpId: 'ww0000000000000000', agentId: 1000002, toUser: ['lilei'] },
  capabilities: {
    formats: ['markdown', 'textcard', 'text'],
    mentions: [],
    threads: false,
    repeatsSafely: true,
  },
  limits: {
    maxBytes: maxContentBytes.markdown,
    // What exceeds 30 a minute or 1,000 an hour for a member is dropped without an error.
    rate: [
      { count: 27, per: minutes(1), penalty: minutes(1) },
      { count: 900, per: hours(1), penalty: minutes(1) },
    ],
  },
  reasons: wecomAppReasons,
  chineseFaults: wecomAppFaults,
  check({ config: { toUser, toParty, toTag } }) {
    return toUser.length + toParty.length + toTag.length === 0
      ? [{ path: 'config.toUser', message: 'Name at least one member, department or tag.' }]
      : []
  },
  robotOf: ({ config: { corpId, agentId } }) => ({ corpId, agentId }),
  render: renderWecomApp,
})
