import type { AddressedMessage, ChannelMessage } from '@highwater/core/notify'
import type { RenderedPayload } from '../kind.ts'
import { byteLength, clipToUnits, fitToLimit, packLines, splitToUnits } from '../text/bytes.ts'
import { type ComposedMessage, composeMessage, phrasesFor } from '../text/compose.ts'
import { escapeMarkdown } from '../text/escape.ts'
import { linkTarget, markdownBlocks, markdownLink } from '../text/markdown.ts'
import type { SlackConfig } from './config.ts'

/** Far below what Slack takes, and as much as anybody reads in a chat. */
export const maxBodyBytes = 15_000

/** Characters of a header, of the text of a section, and of one of its fields. */
const maxHeader = 150
const maxSection = 2_900
const maxField = 2_000

/** Characters of the name of a link: written as entities, none makes its section too long. */
const maxLinkName = 500

/** A message has at most 50 blocks, a section ten fields: a template's facts leave room for the rest. */
const maxFields = 300

interface PlainText {
  readonly type: 'plain_text'
  readonly text: string
  readonly emoji: false
}

interface Markup {
  readonly type: 'mrkdwn'
  readonly text: string
}

export type SlackBlock =
  | { readonly type: 'header'; readonly text: PlainText }
  | { readonly type: 'section'; readonly text: PlainText | Markup }
  | { readonly type: 'section'; readonly fields: readonly PlainText[] }

export interface SlackMessage {
  /** What a push notification shows. */
  readonly text: string
  readonly attachments: readonly [
    { readonly color: string; readonly blocks: readonly SlackBlock[] },
  ]
}

export interface SlackPayload extends RenderedPayload {
  readonly message: SlackMessage
}

/** The three signs by which mentions and links are written, as entities. */
const escapeSigns = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** Data inside a link: no mention, no link, and no marks of emphasis. */
const linkText = (text: string): string =>
  escapeSigns(text).replace(/[*_~`|]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) + 0xfee0))

const link = (text: string, url: string): string =>
  `<${linkTarget(url).replaceAll('|', '%7C').replaceAll('&', '&amp;')}|${linkText(clipToUnits(text, maxLinkName))}>`

const plain = (text: string): PlainText => ({ type: 'plain_text', text, emoji: false })
const said = (text: string): SlackBlock => ({ type: 'section', text: plain(text) })
const markup = (text: string): SlackBlock => ({ type: 'section', text: { type: 'mrkdwn', text } })

function colourOf(message: ChannelMessage): string {
  if (message.kind === 'resolved') return '#2e9e5b'
  if (message.kind === 'test') return '#3b6fd6'
  return message.kind !== 'digest' && message.severity === 'critical' ? '#d0342c' : '#e08a00'
}

function mentionsOf({ mentionUserIds, mentionGroupIds, mentionAll }: SlackConfig): string {
  return [
    ...mentionUserIds.map((id) => `<@${id}>`),
    ...mentionGroupIds.map((id) => `<!subteam^${id}>`),
    ...(mentionAll === 'nobody' ? [] : [`<!${mentionAll}>`]),
  ].join(' ')
}

/** Data stands in plain text, which knows neither mentions nor links. */
function blocksOf(composed: ComposedMessage, config: SlackConfig, separator: string): SlackBlock[] {
  const { headline, sentences, facts, list, detail } = composed
  const fields = facts
    .slice(0, maxFields)
    .map(({ label, value }) => plain(clipToUnits(`${label}${separator}${value}`, maxField)))
  const blocks: SlackBlock[] = [
    { type: 'header', text: plain(clipToUnits(headline, maxHeader)) },
    ...splitToUnits(sentences.join('\n'), maxSection).map(said),
  ]
  // A section has at most ten fields.
  for (let from = 0; from < fields.length; from += 10) {
    blocks.push({ type: 'section', fields: fields.slice(from, from + 10) })
  }
  const links = (list?.items ?? []).map(({ text, url }) => link(text, url))
  blocks.push(...packLines(links, maxSection).map(markup))
  if (list?.more != null) blocks.push(said(list.more))
  if (detail !== null) {
    const text = `${detail.label}${separator}\n${detail.text}`
    blocks.push(...splitToUnits(text, maxSection).map(said))
  }
  blocks.push(markup(link(composed.link.label, composed.link.url)))
  const mentions = mentionsOf(config)
  if (mentions !== '') blocks.push(markup(mentions))
  return blocks
}

function buildMessage(
  composed: ComposedMessage,
  { message, locale }: AddressedMessage,
  config: SlackConfig,
): SlackMessage {
  const blocks = blocksOf(composed, config, phrasesFor(locale).labelSeparator)
  return {
    text: escapeSigns(composed.headline),
    attachments: [{ color: colourOf(message), blocks }],
  }
}

const bodyBytes = (message: SlackMessage): number => byteLength(JSON.stringify(message))

export function renderSlack(addressed: AddressedMessage, config: SlackConfig): SlackPayload {
  const { rendered, shortened } = fitToLimit(
    (dataBytes) => {
      const composed = composeMessage(addressed, dataBytes)
      return { composed, message: buildMessage(composed, addressed, config) }
    },
    ({ message }) => bodyBytes(message),
    maxBodyBytes,
  )
  const { composed, message } = rendered
  const separator = phrasesFor(addressed.locale).labelSeparator
  const blocks = markdownBlocks(composed, { line: escapeMarkdown, link: markdownLink, separator })
  const mentions = mentionsOf(config)
  if (mentions !== '') blocks.push(escapeMarkdown(mentions))
  return {
    message,
    bytes: bodyBytes(message),
    shortened,
    preview: { title: composed.headline, body: blocks.join('\n\n'), format: 'markdown' },
  }
}
