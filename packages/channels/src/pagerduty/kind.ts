import { minutes } from '@highwater/core'
import { defineKind } from '../kind.ts'
import { pagerdutyConfig, pagerdutySecrets } from './config.ts'
import { pagerdutyFaults } from './faults.ts'
import { pagerdutyFields } from './fields.ts'
import { pagerdutyReasons } from './reasons.ts'
import { maxEventBytes, renderPagerduty } from './render.ts'

export const pagerduty = defineKind({
  kind: 'pagerduty',
  place: 100,
  sign: 'endpoint',
  label: { 'zh-CN': 'PagerDuty', en: 'PagerDuty' },
  summary: {
    'zh-CN': '在 PagerDuty 里为每条告警触发事件，告警结束时自动解决。',
    en: 'Triggers an incident in PagerDuty for each alert, and resolves it when the alert ends.',
  },
  config: pagerdutyConfig,
  secrets: pagerdutySecrets,
  fields: pagerdutyFields,
  capabilities: {
    formats: ['json'],
    mentions: [],
    threads: true,
    keepsIncidents: true,
    repeatsSafely: true,
  },
  limits: {
    maxBytes: maxEventBytes,
    // The limit is dynamic; its documented start is 120 a minute for a key.
    rate: [{ count: 100, per: minutes(1) }],
  },
  reasons: pagerdutyReasons,
  chineseFaults: pagerdutyFaults,
  check: () => [],
  robotOf: ({ secrets }) => secrets.routingKey,
  render: renderPagerduty,
})
