import { expect, it } from 'vitest'
import { parseHtml } from '../../testing/fakes/telegram.ts'
import { anAlertMessage } from '../../testing/messages.ts'
import { hostileText, renderLaws } from '../../testing/render-laws.ts'
import { maxUnits, renderTelegram } from './render.ts'

renderLaws({
  name: 'telegram html',
  limit: maxUnits,
  always: ['<b>'],
  never: ['<at', '@all', '<!', 'href="http://evil'],
  render(message, locale, template) {
    const { html } = renderTelegram({ message, locale, template })
    return { text: html, size: html.length }
  },
})

renderLaws({
  name: 'telegram plain',
  limit: maxUnits,
  always: [],
  never: [/(^|\W)@\w/],
  render(message, locale, template) {
    const { plain } = renderTelegram({ message, locale, template })
    return { text: plain, size: plain.length }
  },
})

it('its markup can be read, whatever the data, and shows the data as it is', () => {
  const message = anAlertMessage({ project: null, subject: hostileText, detail: hostileText })
  const { html } = renderTelegram({ message, locale: 'en' })
  expect(parseHtml(html)).toContain('[click](http://evil.example) **bold** .＠all -＠all')
})

it('a Chinese text that is too long is cut where the message is full, not at a third of it', () => {
  const message = anAlertMessage({ detail: '落后很多'.repeat(2_000) })
  const { html, shortened } = renderTelegram({ message, locale: 'zh-CN' })
  expect(shortened).toBe(true)
  expect(html.length).toBeGreaterThan(maxUnits - 10)
})
