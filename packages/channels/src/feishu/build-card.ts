import type { ChannelMessage } from '@highwater/core/notify'
import type { ComposedMessage } from '../text/compose.ts'
import { linkTarget } from '../text/markdown.ts'
import type { FeishuConfig } from './config.ts'
import { escapeCardMarkdown } from './escape.ts'
import { type Card, type CardElement, type HeaderColour, plain } from './message.ts'

/** The colour tells at a glance whether there is something to do. */
export function headerColour(message: ChannelMessage): HeaderColour {
  switch (message.kind) {
    case 'test':
      return 'blue'
    case 'digest':
      return 'orange'
    case 'resolved':
      return 'green'
    case 'firing':
    case 'repeat':
      return message.severity === 'critical' ? 'red' : 'orange'
  }
}

/** In a card the attribute is `id`; in a text it is `user_id`. */
const mentionTags = ({ atUserIds, atAll }: FeishuConfig): string =>
  [...atUserIds, ...(atAll ? ['all'] : [])].map((id) => `<at id=${id}></at>`).join(' ')

const text = (content: string): CardElement => ({ tag: 'div', text: plain(content) })

/** Data stands in plain text wherever it can; only the links of a digest need Markdown. */
export function buildCard(
  composed: ComposedMessage,
  colour: HeaderColour,
  config: FeishuConfig,
  separator: string,
): Card {
  const elements: CardElement[] = [text(composed.sentences.join('\n'))]
  elements.push({
    tag: 'div',
    fields: composed.facts.map((fact) => ({
      is_short: true,
      text: plain(`${fact.label}${separator}${fact.value}`),
    })),
  })
  const { list, detail, link } = composed
  if (list && list.items.length > 0) {
    const lines = list.items.map(
      (item) => `[${escapeCardMarkdown(item.text)}](${linkTarget(item.url)})`,
    )
    elements.push({ tag: 'div', text: { tag: 'lark_md', content: lines.join('\n') } })
  }
  if (list?.more != null) elements.push(text(list.more))
  if (detail) {
    elements.push({ tag: 'hr' }, text(`${detail.label}${separator}\n${detail.text}`))
  }
  elements.push({
    tag: 'action',
    actions: [{ tag: 'button', text: plain(link.label), url: link.url, type: 'primary' }],
  })
  const mentions = mentionTags(config)
  if (mentions !== '') {
    elements.push({ tag: 'div', text: { tag: 'lark_md', content: mentions } })
  }
  if (config.keyword !== undefined) {
    elements.push({ tag: 'note', elements: [plain(config.keyword)] })
  }
  return {
    config: { wide_screen_mode: true },
    header: { template: colour, title: plain(composed.headline) },
    elements,
  }
}
