import { locales } from '@highwater/core'
import { messageKinds } from '@highwater/core/notify'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aDigestMessage, anAlertMessage, aTestMessage } from '../../testing/messages.ts'
import { byteLength } from '../text/bytes.ts'
import { dingtalkConfig } from './config.ts'
import { type DingtalkPayload, maxBodyBytes, renderDingtalk } from './render.ts'

const textOf = ({ message }: DingtalkPayload): string => {
  switch (message.msgtype) {
    case 'markdown':
      return message.markdown.text
    case 'actionCard':
      return `${message.actionCard.text}\n\n${message.actionCard.singleURL}`
    case 'text':
      return message.text.content
  }
}

const messageOf = (kind: (typeof messageKinds)[number]) =>
  kind === 'test' ? aTestMessage() : kind === 'digest' ? aDigestMessage() : anAlertMessage({ kind })

describe('a message for a robot', () => {
  for (const format of ['markdown', 'actionCard', 'text'] as const) {
    for (const kind of messageKinds) {
      it(`carries keyword and mentions in ${format} of kind ${kind}`, () => {
        const config = dingtalkConfig.parse({
          format,
          keyword: 'high_water',
          atMobiles: ['@138-0000-0000', '+86 13900000000'],
          atUserIds: ['manager001'],
        })
        for (const locale of locales) {
          const payload = renderDingtalk({ message: messageOf(kind), locale }, config)
          expect(textOf(payload)).toContain('high_water')
          expect(payload.message.at).toEqual({
            atMobiles: ['13800000000', '13900000000'],
            atUserIds: ['manager001'],
            isAtAll: false,
          })
          if (format !== 'text') {
            for (const who of ['@13800000000', '@13900000000', '@manager001']) {
              expect(textOf(payload)).toContain(who)
            }
          }
        }
      })
    }
  }

  it('sends user ids under the older name where the tenant knows only that', () => {
    const config = dingtalkConfig.parse({ atUserIds: ['manager001'], idsAsDingtalkIds: true })
    const payload = renderDingtalk({ message: anAlertMessage(), locale: 'en' }, config)
    const at = { atMobiles: [], atDingtalkIds: ['manager001'], isAtAll: false }
    expect(payload.message.at).toEqual(at)
    expect(textOf(payload)).toContain('@manager001')
    expect(dingtalkConfig.parse({ idsAsDingtalkIds: false })).not.toHaveProperty(
      'idsAsDingtalkIds',
      false,
    )
  })

  it('mentions nobody when nobody is named', () => {
    const payload = renderDingtalk(
      { message: anAlertMessage(), locale: 'zh-CN' },
      dingtalkConfig.parse({}),
    )
    expect(JSON.stringify(payload.message)).not.toContain('"at"')
  })

  it('keeps the named people beside everybody', () => {
    const config = dingtalkConfig.parse({ atAll: true, atMobiles: ['13800000000'] })
    const { message } = renderDingtalk({ message: anAlertMessage(), locale: 'en' }, config)
    expect(message.at).toEqual({ atMobiles: ['13800000000'], atUserIds: [], isAtAll: true })
  })

  it('reads naturally in Chinese', () => {
    const payload = renderDingtalk(
      { message: anAlertMessage(), locale: 'zh-CN' },
      dingtalkConfig.parse({ keyword: '高水位' }),
    )
    expect(textOf(payload)).toBe(
      [
        '### 【告警】orders_to_dw 同步延迟超限（高保护）',
        '落后 412 秒，限值 60 秒，已持续 6 分钟。',
        [
          '- **项目**：orders_to_dw',
          '- **类型**：数据同步',
          '- **部门**：数据平台',
          '- **负责人**：李雷',
          '- **链路**：OB_MYSQL → KAFKA',
          '- **标签**：核心、orders',
          '- **开始时间**：2026-01-02 02:58:05 UTC',
          '- **发送时间**：2026-01-02 03:04:05 UTC',
          '- **持续时间**：6 分钟',
          '- **编号**：K7Q2M',
        ].join('\n'),
        '[查看告警](https://highwater.example.com/alerts/0190d5a0)',
        '高水位',
      ].join('\n\n'),
    )
  })

  it('lets data bring neither markup nor mentions', () => {
    const payload = renderDingtalk(
      {
        message: anAlertMessage({
          project: null,
          subject: '[click](http://evil.example) **bold** @all @13800000000',
          detail: '# heading\n<at id=all></at> `code`',
        }),
        locale: 'en',
      },
      dingtalkConfig.parse({}),
    )
    const text = textOf(payload)
    expect(text).not.toContain('](http://evil')
    expect(text).not.toMatch(/(?<!\\)\*\*bold/)
    expect(text).not.toContain('@all')
    expect(text).not.toContain('@13800000000')
    expect(text).toContain('> \\# heading')
    expect(text).toContain('\\<at id=all\\>')
  })

  it('never exceeds the limit and keeps keyword, link and mentions, whatever the data', () => {
    const wild = fc
      .string({ unit: 'binary', minLength: 0, maxLength: 300 })
      .chain((text) => fc.constantFrom(1, 40, 400).map((times) => text.repeat(times)))
    fc.assert(
      fc.property(
        wild,
        wild,
        fc.constantFrom('markdown', 'actionCard', 'text'),
        (detail, subject, format) => {
          const config = dingtalkConfig.parse({
            format,
            keyword: '高水位',
            atMobiles: Array.from({ length: 50 }, (_, index) => `1380000${1_000 + index}`),
            atUserIds: Array.from({ length: 50 }, (_, index) => `${'u'.repeat(60)}${index}`),
          })
          const message = anAlertMessage({ project: null, subject, detail })
          const payload = renderDingtalk({ message, locale: 'zh-CN' }, config)
          const body = JSON.stringify({ ...payload.message, msgUuid: '0'.repeat(36) })
          expect(byteLength(body)).toBeLessThanOrEqual(maxBodyBytes)
          const text = textOf(payload)
          expect(text.isWellFormed()).toBe(true)
          expect(text).toContain('高水位')
          expect(text).toContain('https://highwater.example.com/alerts/0190d5a0')
          if (format === 'markdown')
            for (const who of config.atUserIds) expect(text).toContain(`@${who}`)
        },
      ),
      { numRuns: 60 },
    )
  })
})
