import { defineKind } from '../kind.ts'
import { webhookConfig, webhookSecrets } from './config.ts'
import { webhookFaults } from './faults.ts'
import { webhookFields } from './fields.ts'
import { maxBodyBytes } from './fit-body.ts'
import { webhookReasons } from './reasons.ts'
import { renderWebhook } from './render.ts'
import { signingFaults } from './signing-secret.ts'
import { templateFaults } from './template-faults.ts'

export const webhook = defineKind({
  kind: 'webhook',
  place: 60,
  sign: 'endpoint',
  label: { 'zh-CN': 'HTTP Webhook', en: 'HTTP webhook' },
  summary: {
    'zh-CN': '把告警发到任意 HTTP 接口，正文可以用模板，也可以签名。',
    en: 'Sends alerts to any HTTP endpoint, with a body template and a signature if you like.',
  },
  config: webhookConfig,
  secrets: webhookSecrets,
  fields: webhookFields,
  example: { url: 'https://example.com/alerts' },
  // Whether a receiver heeds `webhook-id` is not known here.
  capabilities: { formats: ['json', 'text'], mentions: [], threads: false, repeatsSafely: false },
  limits: { maxBytes: maxBodyBytes, rate: [] },
  reasons: webhookReasons,
  chineseFaults: webhookFaults,
  check: (settings) => [...templateFaults(settings.config), ...signingFaults(settings)],
  robotOf: ({ config }) => config.url,
  render: renderWebhook,
})
