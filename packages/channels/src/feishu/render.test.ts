import { describe, expect, it } from 'vitest'
import { aDigestMessage, anAlertMessage, aTestMessage } from '../../testing/messages.ts'
import { renderLaws } from '../../testing/render-laws.ts'
import { byteLength } from '../text/bytes.ts'
import { feishuConfig } from './config.ts'
import type { CardElement, FeishuMessage } from './message.ts'
import { maxBodyBytes, renderFeishu } from './render.ts'

const signature = { timestamp: '1767323045', sign: 'x'.repeat(44) }
const people = Array.from({ length: 50 }, (_, index) => `ou_${'u'.repeat(55)}${index}`)

/** Texts and addresses of a message without its JSON, so that escapes of JSON hide nothing. */
function readable(value: unknown): string {
  if (typeof value === 'string') return value
  return typeof value === 'object' && value !== null
    ? Object.values(value).map(readable).join('\n')
    : ''
}

/** The readable text, with the signs taken out of plain text that would be markup elsewhere. */
function markupOf(message: FeishuMessage): string {
  if (message.msg_type !== 'interactive') return readable(message)
  const isMarkdown = (element: CardElement) => 'text' in element && element.text.tag === 'lark_md'
  return message.card.elements
    .map((each) => (isMarkdown(each) ? readable(each) : readable(each).replace(/[<>[\]()]/g, ' ')))
    .join('\n')
}

for (const format of feishuConfig.shape.format.unwrap().options) {
  const config = feishuConfig.parse({ format, keyword: '高水位', atUserIds: people })
  renderLaws({
    name: `feishu ${format}`,
    limit: maxBodyBytes,
    always: ['高水位', ...people],
    never: {
      card: ['[click](http', /\]\(http:\/\/evil/, '<at id=all>', '<at user_id'],
      post: [/"tag":"at","user_id":"all"/],
      text: ['<at user_id="all">', '<at id', '[click](http', '<a href'],
    }[format],
    render(message, locale, template) {
      const payload = renderFeishu({ message, locale, template }, config)
      const size = byteLength(JSON.stringify({ ...signature, ...payload.message }))
      return { text: markupOf(payload.message), size }
    },
  })
}

describe('a card', () => {
  const cardOf = (message: Parameters<typeof renderFeishu>[0]['message']) => {
    const { message: sent } = renderFeishu({ message, locale: 'zh-CN' }, feishuConfig.parse({}))
    return sent.msg_type === 'interactive' ? sent.card : null
  }

  it.each([
    [anAlertMessage({ severity: 'critical' }), 'red'],
    [anAlertMessage(), 'orange'],
    [anAlertMessage({ kind: 'resolved', severity: 'critical', closeReason: 'recovered' }), 'green'],
    [aDigestMessage(), 'orange'],
    [aTestMessage(), 'blue'],
  ] as const)('has the colour of its state', (message, colour) => {
    expect(cardOf(message)?.header.template).toBe(colour)
  })

  it('reads naturally in Chinese', () => {
    expect(cardOf(anAlertMessage())).toMatchObject({
      header: { title: { content: '【告警】orders_to_dw 同步延迟超限（高保护）' } },
      elements: [
        { tag: 'div', text: { content: '落后 412 秒，限值 60 秒，已持续 6 分钟。' } },
        { tag: 'div', fields: expect.any(Array) },
        { tag: 'action', actions: [{ text: { content: '查看告警' } }] },
      ],
    })
  })

  it('calls nobody when nobody is named, and everybody only when told', () => {
    expect(JSON.stringify(cardOf(anAlertMessage()))).not.toContain('<at')
    const everybody = feishuConfig.parse({ atAll: true, atUserIds: ['ou_1'] })
    const { message } = renderFeishu({ message: anAlertMessage(), locale: 'en' }, everybody)
    expect(JSON.stringify(message)).toContain('<at id=ou_1></at> <at id=all></at>')
  })

  it('links every alert of a digest', () => {
    const links = JSON.stringify(cardOf(aDigestMessage(2)))
    expect(links).toContain('](https://highwater.example.com/alerts/0190d5a0-1)')
    expect(links).toContain('](https://highwater.example.com/alerts/0190d5a0-2)')
  })
})
