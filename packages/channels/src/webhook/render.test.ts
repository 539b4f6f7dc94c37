import { expect, it } from 'vitest'
import { anAlertMessage } from '../../testing/messages.ts'
import { webhookConfig } from './config.ts'
import { renderWebhook } from './render.ts'

it.each(['.', '..', '../..', '%2e%2e', '?x=1#y', '@evil.example'])(
  'no value such as %s leads the address of a webhook elsewhere',
  (detail) => {
    const config = webhookConfig.parse({ url: `https://example.com/p/\${detail}/alerts` })
    const { url } = renderWebhook({ message: anAlertMessage({ detail }), locale: 'en' }, config)
    expect(new URL(url).href).toMatch(/^https:\/\/example\.com\/p\/[^/?#]+\/alerts$/)
  },
)
