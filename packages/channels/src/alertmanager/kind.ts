import { defineKind } from '../kind.ts'
import {
  type AlertmanagerConfig,
  type AlertmanagerSecrets,
  alertmanagerConfig,
  alertmanagerSecrets,
} from './config.ts'
import { alertmanagerFaults } from './faults.ts'
import { alertmanagerFields } from './fields.ts'
import { alertmanagerReasons } from './reasons.ts'
import { maxAlertBytes, renderAlertmanager } from './render.ts'

function signInFaults({ username }: AlertmanagerConfig, secrets: AlertmanagerSecrets) {
  const { password, bearerToken } = secrets
  if (bearerToken !== undefined && (username !== undefined || password !== undefined)) {
    return [
      {
        path: 'secrets.bearerToken',
        message: 'Use either a token or a user with a password.',
      },
    ]
  }
  if ((username === undefined) === (password === undefined)) return []
  return [{ path: 'secrets.password', message: 'A user and a password go together.' }]
}

export const alertmanager = defineKind({
  kind: 'alertmanager',
  place: 110,
  sign: 'endpoint',
  label: { 'zh-CN': 'Alertmanager', en: 'Alertmanager' },
  summary: {
    'zh-CN': '把告警推送给 Prometheus Alertmanager，由它路由和通知。',
    en: 'Pushes alerts to a Prometheus Alertmanager, which routes them.',
  },
  config: alertmanagerConfig,
  secrets: alertmanagerSecrets,
  fields: alertmanagerFields,
  example: { addresses: ['http://alertmanager.example.com:9093'] },
  capabilities: {
    formats: ['json'],
    mentions: [],
    threads: true,
    keepsIncidents: true,
    repeatsSafely: true,
  },
  limits: { maxBytes: maxAlertBytes, rate: [] },
  reasons: alertmanagerReasons,
  chineseFaults: alertmanagerFaults,
  check: ({ config, secrets }) => signInFaults(config, secrets),
  robotOf: ({ config }) => config.addresses,
  render: renderAlertmanager,
})
