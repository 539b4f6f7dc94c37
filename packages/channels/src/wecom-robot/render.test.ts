import { describe, expect, it } from 'vitest'
import { anAlertMessage } from '../../testing/messages.ts'
import { renderLaws } from '../../testing/render-laws.ts'
import { byteLength } from '../text/bytes.ts'
import { wecomRobotConfig } from './config.ts'
import { renderWecomRobot, type WecomRobotPayload } from './render.ts'

const people = Array.from({ length: 30 }, (_, index) => `${'u'.repeat(60)}${index}`)

function contentOf({ message }: WecomRobotPayload): string {
  switch (message.msgtype) {
    case 'text':
      return message.text.content
    case 'markdown':
      return message.markdown.content
    case 'markdown_v2':
      return message.markdown_v2.content
  }
}

for (const format of wecomRobotConfig.shape.format.unwrap().options) {
  const mentionedUserIds = format === 'markdown_v2' ? [] : people
  const config = wecomRobotConfig.parse({ format, mentionedUserIds })
  renderLaws({
    name: `wecom-robot ${format}`,
    limit: format === 'text' ? 2_048 : 4_096,
    always: format === 'markdown' ? people.map((id) => `<@${id}>`) : [],
    never: ['@all', '<@U123>', ...(format === 'text' ? [] : ['](http://evil', '**bold', '<a '])],
    render(message, locale, template) {
      const text = contentOf(renderWecomRobot({ message, locale, template }, config))
      return { text, size: byteLength(text) }
    },
  })
}

describe('a message for a WeCom robot', () => {
  const render = (config: object, message = anAlertMessage()) =>
    renderWecomRobot({ message, locale: 'zh-CN' }, wecomRobotConfig.parse(config))

  it('calls nobody by the label of a fact in a template, whatever stands for its variables', () => {
    const message = anAlertMessage({ project: null, subject: '<@all> **x**' })
    const facts = `\${alarm_target}: x`
    const template = { headline: 'h', text: 't', facts, detail: false }
    for (const format of ['markdown', 'markdown_v2']) {
      const config = wecomRobotConfig.parse({ format })
      const content = contentOf(renderWecomRobot({ message, locale: 'en', template }, config))
      expect(content).toContain('＊＊x＊＊')
      expect(content).not.toMatch(/<@|\*\*x/)
    }
  })

  it('reads naturally in Chinese, in the colour of its state', () => {
    expect(contentOf(render({ mentionedUserIds: ['lilei'] }))).toBe(
      [
        '### <font color="warning">【告警】orders_to_dw 同步延迟超限（高保护）</font>',
        '落后 412 秒，限值 60 秒，已持续 6 分钟。',
        '> 项目：orders_to_dw',
        '> 类型：数据同步',
        '> 部门：数据平台',
        '> 负责人：李雷',
        '> 链路：OB_MYSQL → KAFKA',
        '> 标签：核心、orders',
        '> 开始时间：2026-01-02 02:58:05 UTC',
        '> 发送时间：2026-01-02 03:04:05 UTC',
        '> 持续时间：6 分钟',
        '> 编号：K7Q2M',
        '',
        '[查看告警](https://highwater.example.com/alerts/0190d5a0)',
        '<@lilei>',
      ].join('\n'),
    )
    const resolved = anAlertMessage({ kind: 'resolved', closeReason: 'recovered' })
    expect(contentOf(render({}, resolved))).toContain('<font color="info">')
  })

  it('mentions in a text by its lists', () => {
    const config = { format: 'text', mentionedMobiles: ['+86 138-0000-0000'], atAll: true }
    const payload = render({ ...config, mentionedUserIds: ['@lilei'] })
    expect(payload.message).toMatchObject({
      text: { mentioned_list: ['lilei', '@all'], mentioned_mobile_list: ['13800000000'] },
    })
    expect(payload.call).toBeNull()
  })

  it.each([
    [{ mentionedUserIds: ['lilei'] }, null],
    [{ mentionedUserIds: ['lilei'], atAll: true }, { mentioned_list: ['@all'] }],
    [{ mentionedMobiles: ['13800000000'] }, { mentioned_mobile_list: ['13800000000'] }],
    [{ format: 'markdown_v2', mentionedUserIds: ['lilei'] }, { mentioned_list: ['lilei'] }],
    [{ format: 'markdown_v2' }, null],
  ])('with %j a second text calls %j', (config, lists) => {
    const { call } = render(config)
    if (lists === null) expect(call).toBeNull()
    else {
      const content = '【告警】orders_to_dw 同步延迟超限（高保护） K7Q2M'
      expect(call).toEqual({ msgtype: 'text', text: { content, ...lists } })
    }
  })

  it('keeps the second text short', () => {
    const { call } = render(
      { atAll: true },
      anAlertMessage({ project: null, subject: '告👨‍👩‍👧'.repeat(500) }),
    )
    expect(byteLength(JSON.stringify(call))).toBeLessThan(1_000)
  })
})
