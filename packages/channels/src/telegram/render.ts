import type { AddressedMessage } from '@highwater/core/notify'
import type { RenderedPayload } from '../kind.ts'
import { byteLength, clipToUnits, fitToLimit } from '../text/bytes.ts'
import { type ComposedMessage, composeMessage, phrasesFor } from '../text/compose.ts'
import { escapeHtml, escapeMarkdown } from '../text/escape.ts'
import { linkTarget, markdownBlocks, markdownLink } from '../text/markdown.ts'
import { plainText } from '../text/plain.ts'

/** Telegram takes 4,096 UTF-16 units after parsing; counted before, tags and links stay inside. */
export const maxUnits = 4_000

/** As many bytes as that many units can take at most. */
export const maxBytes = maxUnits * 3

export interface TelegramPayload extends RenderedPayload {
  readonly html: string
  /** It is about one alert, whose messages form a thread. */
  readonly ofAlert: boolean
  /** The same without markup, for when the markup is refused. */
  readonly plain: string
}

/** A wide sign calls nobody; Telegram makes a mention of `@name` behind all but letters, digits and `_`. */
const withoutMentions = (text: string): string => text.replace(/(?<![\p{L}\p{N}_])@(?=\w)/gu, '＠')

const escapeData = (text: string): string => escapeHtml(withoutMentions(text))

const link = (text: string, url: string): string =>
  `<a href="${escapeHtml(linkTarget(url))}">${text}</a>`

function htmlOf(composed: ComposedMessage, separator: string): string {
  const { headline, sentences, facts, list, detail } = composed
  const lines = [
    `<b>${escapeData(headline)}</b>`,
    ...sentences.map(escapeData),
    '',
    ...facts.map(({ label, value }) => `${escapeData(label)}${separator}${escapeData(value)}`),
  ]
  if (list) {
    lines.push('', ...list.items.map(({ text, url }) => `• ${link(escapeData(text), url)}`))
    if (list.more !== null) lines.push(escapeData(list.more))
  }
  if (detail) {
    lines.push('', `<b>${escapeData(detail.label)}</b>`, `<pre>${escapeData(detail.text)}</pre>`)
  }
  lines.push('', link(escapeData(composed.link.label), composed.link.url))
  return lines.join('\n')
}

export function renderTelegram(addressed: AddressedMessage): TelegramPayload {
  const separator = phrasesFor(addressed.locale).labelSeparator
  const { rendered, shortened } = fitToLimit(
    (dataBytes) => {
      const composed = composeMessage(addressed, dataBytes)
      return { composed, html: htmlOf(composed, separator) }
    },
    ({ html }) => html.length,
    maxUnits,
    maxBytes,
  )
  const { composed, html } = rendered
  const blocks = markdownBlocks(composed, { line: escapeMarkdown, link: markdownLink, separator })
  const { kind } = addressed.message
  return {
    html,
    ofAlert: kind !== 'digest' && kind !== 'test',
    plain: clipToUnits(withoutMentions(plainText(composed, separator)), maxUnits),
    bytes: byteLength(html),
    shortened,
    measure: { used: html.length, limit: maxUnits, unit: 'characters' },
    preview: { title: composed.headline, body: blocks.join('\n\n'), format: 'markdown' },
  }
}
