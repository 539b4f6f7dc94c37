import type { AddressedMessage, ChannelMessage } from '@highwater/core/notify'
import type { RenderedPayload } from '../kind.ts'
import { byteLength, fitToLimit } from '../text/bytes.ts'
import { type ComposedMessage, composeMessage, phrasesFor } from '../text/compose.ts'
import { escapeMarkdown } from '../text/escape.ts'
import { markdownBlocks, markdownLink } from '../text/markdown.ts'
import type { TeamsConfig } from './config.ts'

/** Teams takes about 28 KB; trouble was measured from 21 KB on. */
export const maxBodyBytes = 20_000

type Colour = 'Attention' | 'Warning' | 'Good' | 'Accent'

interface OpenUrl {
  readonly type: 'Action.OpenUrl'
  readonly title?: string
  readonly url: string
}

interface TextRun {
  readonly type: 'TextRun'
  readonly text: string
  readonly weight?: 'Bolder'
  readonly size?: 'Large'
  readonly color?: Colour
  readonly selectAction?: OpenUrl
}

export type CardBlock =
  | { readonly type: 'RichTextBlock'; readonly inlines: readonly TextRun[] }
  | { readonly type: 'TextBlock'; readonly text: string; readonly wrap: true }

interface Mention {
  readonly type: 'mention'
  readonly text: string
  readonly mentioned: { readonly id: string; readonly name: string }
}

export interface TeamsMessage {
  readonly type: 'message'
  readonly attachments: readonly [
    {
      readonly contentType: 'application/vnd.microsoft.card.adaptive'
      readonly contentUrl: null
      readonly content: {
        readonly $schema: string
        readonly type: 'AdaptiveCard'
        readonly version: '1.4'
        readonly msteams: { readonly width: 'full'; readonly entities: readonly Mention[] }
        readonly body: readonly CardBlock[]
        readonly actions: readonly OpenUrl[]
      }
    },
  ]
}

export interface TeamsPayload extends RenderedPayload {
  readonly message: TeamsMessage
}

function colourOf(message: ChannelMessage): Colour {
  if (message.kind === 'resolved') return 'Good'
  if (message.kind === 'test') return 'Accent'
  return message.kind !== 'digest' && message.severity === 'critical' ? 'Attention' : 'Warning'
}

const tagOf = (name: string): string => `<at>${name}</at>`

const mentionsOf = ({ mentions }: TeamsConfig): readonly Mention[] =>
  Object.entries(mentions).map(([id, name]) => ({
    type: 'mention',
    text: tagOf(name),
    mentioned: { id, name },
  }))

/** A run of rich text is shown as it is: unlike a text block, it knows neither Markdown nor tags. */
const run = (text: string, style: Omit<TextRun, 'type' | 'text'> = {}): TextRun => ({
  type: 'TextRun',
  text,
  ...style,
})

const rich = (...inlines: readonly TextRun[]): CardBlock => ({ type: 'RichTextBlock', inlines })

function bodyOf(
  composed: ComposedMessage,
  colour: Colour,
  config: TeamsConfig,
  separator: string,
): readonly CardBlock[] {
  const { headline, sentences, facts, list, detail } = composed
  const body = [
    rich(run(headline, { weight: 'Bolder', size: 'Large', color: colour })),
    ...sentences.map((sentence) => rich(run(sentence))),
    ...facts.map(({ label, value }) =>
      rich(run(`${label}${separator}`, { weight: 'Bolder' }), run(value)),
    ),
    ...(list?.items ?? []).map(({ text, url }) =>
      rich(run(text, { selectAction: { type: 'Action.OpenUrl', url } })),
    ),
  ]
  if (list?.more != null) body.push(rich(run(list.more)))
  if (detail !== null) {
    body.push(rich(run(detail.label, { weight: 'Bolder' })))
    const lines = detail.text.split('\n').filter((line) => line !== '')
    body.push(...lines.map((line) => rich(run(line))))
  }
  const names = Object.values(config.mentions)
  if (names.length === 0) return body
  return [...body, { type: 'TextBlock', text: names.map(tagOf).join(' '), wrap: true }]
}

function buildMessage(
  composed: ComposedMessage,
  { message, locale }: AddressedMessage,
  config: TeamsConfig,
): TeamsMessage {
  const separator = phrasesFor(locale).labelSeparator
  const { label, url } = composed.link
  return {
    type: 'message',
    attachments: [
      {
        contentType: 'application/vnd.microsoft.card.adaptive',
        contentUrl: null,
        content: {
          $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
          type: 'AdaptiveCard',
          version: '1.4',
          msteams: { width: 'full', entities: mentionsOf(config) },
          body: bodyOf(composed, colourOf(message), config, separator),
          actions: [{ type: 'Action.OpenUrl', title: label, url }],
        },
      },
    ],
  }
}

const bodyBytes = (message: TeamsMessage): number => byteLength(JSON.stringify(message))

export function renderTeams(addressed: AddressedMessage, config: TeamsConfig): TeamsPayload {
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
  const names = Object.values(config.mentions).map((name) => `@${escapeMarkdown(name)}`)
  if (names.length > 0) blocks.push(names.join(' '))
  return {
    message,
    bytes: bodyBytes(message),
    shortened,
    preview: { title: composed.headline, body: blocks.join('\n\n'), format: 'markdown' },
  }
}
