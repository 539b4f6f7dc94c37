import type { ChannelKind } from '../kind.ts'
import { webhookConfig, webhookSecrets } from './config.ts'
import { webhookFields } from './fields.ts'
import { maxBodyBytes, renderWebhook, type WebhookPayload } from './render.ts'
import { signingFaults } from './signing-secret.ts'
import { templateFaults } from './template-faults.ts'

export const webhook: ChannelKind<typeof webhookConfig, typeof webhookSecrets, WebhookPayload> & {
  readonly kind: 'webhook'
} = {
  kind: 'webhook',
  label: { 'zh-CN': 'HTTP Webhook', en: 'HTTP webhook' },
  summary: {
    'zh-CN': '把告警发到任意 HTTP 接口，正文可以用模板，也可以签名。',
    en: 'Sends alerts to any HTTP endpoint, with a body template and a signature if you like.',
  },
  config: webhookConfig,
  secrets: webhookSecrets,
  fields: webhookFields,
  capabilities: { formats: ['json', 'text'], mentions: [], threads: false, repeatsSafely: true },
  limits: { maxBytes: maxBodyBytes, rate: [] },
  check: (settings) => [...templateFaults(settings.config), ...signingFaults(settings)],
  render: renderWebhook,
}
