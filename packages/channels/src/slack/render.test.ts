import { describe, expect, it } from 'vitest'
import { aDigestMessage, anAlertMessage } from '../../testing/messages.ts'
import { renderLaws } from '../../testing/render-laws.ts'
import { byteLength } from '../text/bytes.ts'
import { slackConfig } from './config.ts'
import { maxBodyBytes, renderSlack, type SlackMessage } from './render.ts'

const people = Array.from({ length: 50 }, (_, index) => `U${1_000_000_000 + index}`)
const config = slackConfig.parse({
  mentionUserIds: people,
  mentionGroupIds: ['S012AB3CD'],
  mentionAll: 'here',
})

/** What Slack reads as markup: the notification text and the markup blocks, not plain text. */
const markupOf = ({ text, attachments }: SlackMessage): string =>
  [
    text,
    ...attachments[0].blocks.flatMap((block) =>
      'text' in block && block.text.type === 'mrkdwn' ? [block.text.text] : [],
    ),
  ].join('\n')

renderLaws({
  name: 'slack',
  limit: maxBodyBytes,
  always: [...people.map((id) => `<@${id}>`), '<!subteam^S012AB3CD>', '<!here>'],
  never: ['<!channel>', '<@U123>', '<http://evil', '<a '],
  render(message, locale, template) {
    const { message: sent } = renderSlack({ message, locale, template }, config)
    const whole = JSON.stringify(sent)
    return { text: markupOf(sent), size: byteLength(whole), whole }
  },
})

describe('a Slack message', () => {
  it('keeps every block within the limits of blocks', () => {
    const detail = '告👨‍👩‍👧"\\\n'.repeat(4_000)
    const words = { headline: 'x', text: 'x', detail: true }
    const wide = { ...words, facts: `a: ${`\${detail}`.repeat(4)}` }
    const many = { ...words, facts: 'a:b\n'.repeat(500) }
    const named = Array.from({ length: 10 }, () => '&'.repeat(128))
    const withheld = { type: 'withheld', alerts: 12, named } as const
    const digest = aDigestMessage(3)
    const members = digest.members.map((member) => ({
      ...member,
      event: 'channel_down' as const,
      particulars: withheld,
    }))
    for (const [message, template] of [
      [anAlertMessage({ detail }), undefined],
      [aDigestMessage(500), undefined],
      [{ ...digest, members }, undefined],
      [anAlertMessage({ detail: 'x'.repeat(600) }), wide],
      [anAlertMessage({ detail }), many],
    ] as const) {
      const { message: sent } = renderSlack({ message, locale: 'en', template }, config)
      const { blocks } = sent.attachments[0]
      expect(blocks.length).toBeLessThanOrEqual(50)
      for (const block of blocks) {
        if ('text' in block) expect(block.text.text.length).toBeLessThanOrEqual(3_000)
        else {
          expect(block.fields.length).toBeLessThanOrEqual(10)
          for (const { text } of block.fields) expect(text.length).toBeLessThanOrEqual(2_000)
        }
      }
    }
  })

  it('links every alert of a digest', () => {
    const { message } = renderSlack({ message: aDigestMessage(1), locale: 'en' }, config)
    expect(markupOf(message)).toMatch(
      /<https:\/\/highwater\.example\.com\/alerts\/0190d5a0-1\|\[firing\] A1 /,
    )
  })

  it('mentions nobody when nobody is named', () => {
    const { message } = renderSlack(
      { message: anAlertMessage(), locale: 'en' },
      slackConfig.parse({}),
    )
    expect(markupOf(message)).not.toMatch(/<[@!]/)
  })
})
