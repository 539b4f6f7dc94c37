import type { AddressedMessage } from '@highwater/core/notify'
import type { ContactName } from '@highwater/core/person'
import type { RenderedPayload } from '../kind.ts'
import { byteLength, fitToLimit } from '../text/bytes.ts'
import { callPeople, withCalled } from '../text/call-people.ts'
import { type ComposedMessage, composeMessage, phrasesFor } from '../text/compose.ts'
import { defuseMentions, escapeMarkdown } from '../text/escape.ts'
import { linkTarget, markdownBlocks, markdownLink } from '../text/markdown.ts'
import { plainText } from '../text/plain.ts'
import type { DingtalkConfig } from './config.ts'

/** The robot refuses 20,000 bytes; what it counts is not documented, so the whole body stays below. */
export const maxBodyBytes = 18_000

/** Left free for `msgUuid`, which the sender adds. */
const reservedBytes = 100

type At = {
  readonly atMobiles: readonly string[]
  readonly isAtAll: boolean
} & ({ readonly atUserIds: readonly string[] } | { readonly atDingtalkIds: readonly string[] })

export type DingtalkMessage =
  | { readonly msgtype: 'text'; readonly text: { readonly content: string }; readonly at?: At }
  | {
      readonly msgtype: 'markdown'
      readonly markdown: { readonly title: string; readonly text: string }
      readonly at?: At
    }
  | {
      readonly msgtype: 'actionCard'
      readonly actionCard: {
        readonly title: string
        readonly text: string
        readonly singleTitle: string
        readonly singleURL: string
      }
      readonly at?: At
    }

/** By what it calls the people of a message: reports of user ids that call nobody go back years. */
export const callsBy = ['mobile', 'dingtalkUserId'] as const satisfies readonly ContactName[]

export interface DingtalkPayload extends RenderedPayload {
  readonly message: DingtalkMessage
  /** The same as plain text without any address, for when a link is judged unsafe. */
  readonly unlinked: DingtalkMessage
}

function mentionsOf(config: DingtalkConfig): At | null {
  const { atMobiles, atUserIds, atAll, idsAsDingtalkIds } = config
  if (atMobiles.length === 0 && atUserIds.length === 0 && !atAll) return null
  const ids = idsAsDingtalkIds ? { atDingtalkIds: atUserIds } : { atUserIds }
  return { atMobiles, ...ids, isAtAll: atAll }
}

/** In Markdown nobody is called unless the token stands in the text as well. */
const mentionTokens = (config: DingtalkConfig): string =>
  [...config.atMobiles, ...config.atUserIds].map((who) => `@${who}`).join(' ')

const markdownLine = (text: string): string => escapeMarkdown(defuseMentions(text))

/** Blank lines between blocks: the robot's Markdown does not break at a single line feed. */
function markdownText(
  composed: ComposedMessage,
  config: DingtalkConfig,
  separator: string,
): string {
  const blocks = markdownBlocks(composed, { line: markdownLine, link: markdownLink, separator })
  // Of a card the button is the link, which comes last.
  if (config.format === 'actionCard') blocks.pop()
  // As the administrator wrote it: escaped, it would not be found by the robot's keyword check.
  if (config.keyword !== undefined) blocks.push(config.keyword)
  const tokens = mentionTokens(config)
  if (tokens !== '') blocks.push(tokens)
  return blocks.join('\n\n')
}

function buildMessage(
  addressed: AddressedMessage,
  config: DingtalkConfig,
  dataBytes: number,
): DingtalkMessage {
  const composed = composeMessage(addressed, dataBytes)
  const separator = phrasesFor(addressed.locale).labelSeparator
  const mentions = mentionsOf(config)
  const at = mentions === null ? {} : { at: mentions }
  if (config.format !== 'text') {
    const text = markdownText(composed, config, separator)
    const titled = { title: defuseMentions(composed.headline), text }
    if (config.format === 'markdown') return { msgtype: 'markdown', markdown: titled, ...at }
    const { label: singleTitle, url: singleURL } = composed.link
    return { msgtype: 'actionCard', actionCard: { ...titled, singleTitle, singleURL }, ...at }
  }
  const plain = defuseMentions(plainText(composed, separator))
  const content = config.keyword === undefined ? plain : `${plain}\n${config.keyword}`
  return { msgtype: 'text', text: { content }, ...at }
}

const addresses = /https?:\/\/\S+/gi

/** Says that there was an address, in every language alike. */
function withoutAddresses(message: DingtalkMessage): DingtalkMessage {
  if (message.msgtype !== 'text') return message
  return { ...message, text: { content: message.text.content.replace(addresses, '…') } }
}

const bodyBytes = (message: DingtalkMessage): number => byteLength(JSON.stringify(message))

function previewOf(message: DingtalkMessage): DingtalkPayload['preview'] {
  switch (message.msgtype) {
    case 'markdown':
      return { title: message.markdown.title, body: message.markdown.text, format: 'markdown' }
    case 'actionCard': {
      const { title, text, singleTitle, singleURL } = message.actionCard
      const button = markdownLink(singleTitle, linkTarget(singleURL))
      return { title, body: `${text}\n\n${button}`, format: 'markdown' }
    }
    case 'text': {
      const { content } = message.text
      return { title: content.split('\n', 1)[0] ?? '', body: content, format: 'text' }
    }
  }
}

export function renderDingtalk(
  addressed: AddressedMessage,
  config: DingtalkConfig,
): DingtalkPayload {
  const { called, naming } = callPeople(addressed, callsBy)
  const calling = {
    ...config,
    atMobiles: withCalled(config.atMobiles, called.mobile),
    atUserIds: withCalled(config.atUserIds, called.dingtalkUserId),
  }
  const renderAs = (format: DingtalkConfig['format']) =>
    fitToLimit(
      (dataBytes) => buildMessage(naming, { ...calling, format }, dataBytes),
      bodyBytes,
      maxBodyBytes - reservedBytes,
    )
  const { rendered: message, shortened } = renderAs(config.format)
  return {
    message,
    // Worked out when it is asked for: next to no message has need of it.
    get unlinked() {
      return withoutAddresses(renderAs('text').rendered)
    },
    bytes: bodyBytes(message),
    shortened,
    preview: previewOf(message),
  }
}
