import { defineKind } from '../kind.ts'
import { ocpConfig, ocpSecrets } from './config.ts'
import { ocpFaults } from './faults.ts'
import { ocpFields } from './fields.ts'
import { ocpReasons } from './reasons.ts'
import { maxAlarmBytes, renderOcp } from './render.ts'

export const ocp = defineKind({
  kind: 'ocp',
  place: 55,
  sign: 'endpoint',
  label: { 'zh-CN': 'OCP 告警', en: 'OCP alarm' },
  summary: {
    'zh-CN': '把告警上报到已关联的 OCP 集群，由 OCP 推送。',
    en: 'Reports alerts to an associated OCP cluster, which notifies people.',
  },
  config: ocpConfig,
  secrets: ocpSecrets,
  fields: ocpFields,
  example: { cluster: '0190d5a0-0000-7000-8000-000000000000' },
  capabilities: {
    formats: ['json'],
    mentions: [],
    threads: true,
    keepsIncidents: true,
    repeatsSafely: true,
  },
  limits: { maxBytes: maxAlarmBytes, rate: [] },
  throughCluster: true,
  reasons: ocpReasons,
  chineseFaults: ocpFaults,
  check: () => [],
  robotOf: ({ config }) => config.cluster,
  render: renderOcp,
})
