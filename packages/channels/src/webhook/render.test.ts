import { instant } from '@highwater/core'
import type { AddressedMessage } from '@highwater/core/notify'
import { expect, it } from 'vitest'
import { aDigestMessage, anAlertMessage } from '../../testing/messages.ts'
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

it.each([
  [
    'text=$&to=dba',
    { 'Content-Type': 'application/x-www-form-urlencoded' },
    'a%22%26to%3Devil%3C%2Fx%3E',
  ],
  ['<m>$</m>', {}, 'a&quot;&amp;to=evil&lt;/x&gt;'],
  ['$', { 'content-type': 'text/xml' }, 'a&quot;&amp;to=evil&lt;/x&gt;'],
  ['{"text":"$"}', {}, 'a\\"&to=evil</x>'],
  ['"$"', { 'content-type': 'application/json' }, 'a\\"&to=evil</x>'],
  ['Alert: $', {}, 'a"&to=evil</x>'],
])('in the body %s with %j a value stays a value', (form, headers, expected) => {
  const body = form.replace('$', `\${detail}`)
  const config = webhookConfig.parse({ url: 'https://example.com', body, headers })
  const message = anAlertMessage({ detail: 'a"&to=evil</x>' })
  const rendered = renderWebhook({ message, locale: 'en' }, config)
  expect(rendered.body).toBe(form.replace('$', expected))
})

it('every time in a digest is ISO 8601, as in the news of one alert', () => {
  const config = webhookConfig.parse({ url: 'https://example.com' })
  const digest = aDigestMessage(2)
  const particulars = { type: 'gap', from: instant(0), to: instant(60_000) } as const
  const members = digest.members.map((member) => ({
    ...member,
    openedAt: instant(1_767_323_045_000),
    particulars,
  }))
  const { body } = renderWebhook({ message: { ...digest, members }, locale: 'en' }, config)
  expect(JSON.parse(body ?? '').data.members[0]).toMatchObject({
    openedAt: '2026-01-02T03:04:05.000Z',
    particulars: { from: '1970-01-01T00:00:00.000Z', to: '1970-01-01T00:01:00.000Z' },
  })
})

it('the same message is said anew for another language, clock or template, and the same otherwise', () => {
  const config = webhookConfig.parse({ url: 'https://example.com' })
  const elsewhere = webhookConfig.parse({ url: 'https://elsewhere.example.com' })
  const message = anAlertMessage()
  const template = { headline: `Since \${alarm_active_at}`, text: '', facts: '', detail: false }
  const bodyOf = (changes: Partial<AddressedMessage>, to = config) =>
    renderWebhook({ message, locale: 'en', ...changes }, to).body
  const changes: readonly Partial<AddressedMessage>[] = [
    {},
    { locale: 'zh-CN' },
    { template },
    { template, timeZone: 'Asia/Shanghai' },
    { message: anAlertMessage({ subject: 'another' }) },
  ]
  const once = changes.map((change) => bodyOf(change))
  expect(new Set(once).size).toBe(changes.length)
  for (const [place, change] of changes.entries()) {
    expect(bodyOf(change)).toBe(once[place])
    expect(bodyOf(change, elsewhere)).toBe(once[place])
  }
})
