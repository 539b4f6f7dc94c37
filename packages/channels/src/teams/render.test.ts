import { describe, expect, it } from 'vitest'
import { aDigestMessage, anAlertMessage } from '../../testing/messages.ts'
import { renderLaws } from '../../testing/render-laws.ts'
import { byteLength } from '../text/bytes.ts'
import { teamsConfig } from './config.ts'
import { maxBodyBytes, renderTeams, type TeamsMessage } from './render.ts'

const config = teamsConfig.parse({ mentions: { 'lilei@example.com': '李雷' } })

/** What Teams reads as markup: text blocks, entities and addresses; not the runs of rich text. */
function markupOf({ attachments: [{ content }] }: TeamsMessage): string {
  const blocks = content.body.map((block) =>
    block.type === 'TextBlock'
      ? block.text
      : block.inlines.map(({ selectAction }) => selectAction?.url ?? '').join('\n'),
  )
  const entities = content.msteams.entities.map((entity) => JSON.stringify(entity))
  return [...blocks, ...entities, ...content.actions.map(({ url }) => url)].join('\n')
}

renderLaws({
  name: 'teams',
  limit: maxBodyBytes,
  always: ['<at>李雷</at>', '"id":"lilei@example.com"'],
  never: ['<at>Li</at>', 'evil', '**', '[click]'],
  render(message, locale, template) {
    const { message: sent } = renderTeams({ message, locale, template }, config)
    const whole = JSON.stringify(sent)
    return { text: markupOf(sent), size: byteLength(whole), whole }
  },
})

describe('a card for Teams', () => {
  const sent = (message: Parameters<typeof renderTeams>[0]['message']) =>
    renderTeams({ message, locale: 'zh-CN' }, teamsConfig.parse({})).message

  it('begins with the headline in the colour of its state', () => {
    const resolved = anAlertMessage({ kind: 'resolved', closeReason: 'recovered' })
    expect(sent(resolved).attachments[0].content.body[0]).toMatchObject({
      inlines: [{ color: 'Good', weight: 'Bolder' }],
    })
    expect(sent(anAlertMessage({ severity: 'critical' })).attachments[0].content.body[0]).toEqual({
      type: 'RichTextBlock',
      inlines: [
        {
          type: 'TextRun',
          text: '【告警】orders_to_dw 同步延迟超限（高保护）',
          weight: 'Bolder',
          size: 'Large',
          color: 'Attention',
        },
      ],
    })
  })

  it('links every alert of a digest and mentions nobody unasked', () => {
    const markup = markupOf(sent(aDigestMessage(2)))
    expect(markup).toContain('alerts/0190d5a0-1')
    expect(markup).toContain('alerts/0190d5a0-2')
    expect(markup).not.toContain('<at>')
  })
})
