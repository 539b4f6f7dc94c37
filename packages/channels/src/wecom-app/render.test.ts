import { describe, expect, it } from 'vitest'
import { aDigestMessage, anAlertMessage } from '../../testing/messages.ts'
import { renderLaws } from '../../testing/render-laws.ts'
import { byteLength } from '../text/bytes.ts'
import { wecomAppConfig } from './config.ts'
import { renderWecomApp, type WecomAppPayload } from './render.ts'

const settings = { corpId: 'ww1', agentId: 1, toUser: ['lilei'] }

const contentOf = ({ message }: WecomAppPayload): string => {
  switch (message.msgtype) {
    case 'text':
      return message.text.content
    case 'markdown':
      return message.markdown.content
    case 'textcard':
      return message.textcard.description
  }
}

for (const format of wecomAppConfig.shape.format.unwrap().options) {
  const config = wecomAppConfig.parse({ ...settings, format })
  renderLaws({
    name: `wecom-app ${format}`,
    limit: format === 'textcard' ? 512 : 2_048,
    always: [],
    never: {
      markdown: ['](http://evil', '**bold', '<a ', '<@all>'],
      text: ['<@all>'],
      textcard: ['<a ', '<at'],
    }[format],
    render(message, locale, template) {
      const payload = renderWecomApp({ message, locale, template }, config)
      const content = contentOf(payload)
      const card = payload.message.msgtype === 'textcard' ? payload.message.textcard : null
      return {
        text: card === null ? content : `${card.title}\n${content}\n${card.url}`,
        size: byteLength(content),
      }
    },
  })
}

describe('a card of a WeCom application', () => {
  const cardOf = (message = anAlertMessage(), locale: 'zh-CN' | 'en' = 'zh-CN') => {
    const config = wecomAppConfig.parse({ ...settings, format: 'textcard' })
    const { message: sent } = renderWecomApp({ message, locale }, config)
    return sent.msgtype === 'textcard' ? sent.textcard : null
  }

  it('has what fits, and its page the rest', () => {
    expect(cardOf()).toEqual({
      title: '【告警】orders_to_dw 同步延迟超限（高保护）',
      description: [
        '落后 412 秒，限值 60 秒，已持续 6 分钟。',
        '项目：orders_to_dw',
        '负责人：李雷',
        '开始时间：2026-01-02 02:58:05 UTC',
        '发送时间：2026-01-02 03:04:05 UTC',
        '编号：K7Q2M',
      ].join('\n'),
      url: 'https://highwater.example.com/alerts/0190d5a0',
      btntxt: '查看详情',
    })
  })

  it('keeps title and description within their limits, between characters', () => {
    const card = cardOf(
      anAlertMessage({
        project: null,
        subject: '告👨‍👩‍👧'.repeat(50),
        stale: true,
        note: 'flapping',
      }),
      'en',
    )
    expect(byteLength(card?.title ?? '')).toBeLessThanOrEqual(128)
    expect(byteLength(card?.description ?? '')).toBeLessThanOrEqual(512)
    expect(card?.title.isWellFormed()).toBe(true)
  })
})

it('a digest says how many alerts it does not name', () => {
  const config = wecomAppConfig.parse({ ...settings, format: 'markdown' })
  const payload = renderWecomApp({ message: aDigestMessage(500), locale: 'en' }, config)
  expect(payload.shortened).toBe(true)
  expect(contentOf(payload)).toMatch(/And 4\d\d more/)
})
