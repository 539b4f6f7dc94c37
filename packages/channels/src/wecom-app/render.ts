import type { MessageLocale } from '@highwater/core'
import type { AddressedMessage } from '@highwater/core/notify'
import type { RenderedPayload } from '../kind.ts'
import { byteLength, clipToBytes, fitToLimit } from '../text/bytes.ts'
import { type ComposedMessage, composeMessage, phrasesFor } from '../text/compose.ts'
import { defuseMentions, escapeMarkdown } from '../text/escape.ts'
import { markdownBlocks, markdownLink } from '../text/markdown.ts'
import { plainText } from '../text/plain.ts'
import { colouredMarkdown } from '../text/wecom-markdown.ts'
import type { WecomAppConfig } from './config.ts'

/** UTF-8 bytes; the application cuts off silently what exceeds 2,048, and 512 of a card. */
export const maxContentBytes = { markdown: 2_000, text: 2_000, textcard: 512 } as const

/** UTF-8 bytes of the title of a card. */
const maxTitleBytes = 128

export type WecomAppMessage =
  | { readonly msgtype: 'text'; readonly text: { readonly content: string } }
  | { readonly msgtype: 'markdown'; readonly markdown: { readonly content: string } }
  | {
      readonly msgtype: 'textcard'
      readonly textcard: {
        readonly title: string
        readonly description: string
        readonly url: string
        readonly btntxt: string
      }
    }

export interface WecomAppPayload extends RenderedPayload {
  readonly message: WecomAppMessage
}

/** The button of a card has room for four characters. */
const openButton: Readonly<Record<MessageLocale, string>> = {
  'zh-CN': '查看详情',
  'zh-TW': '查看詳情',
  en: 'Open',
}

/** A card reads a few tags; opened by a wide sign they are only words. */
const withoutTags = (text: string): string => text.replace(/<(?=[/a-z])/gi, '＜')

/** What a card has room for: the page behind it has the rest. */
const factsOfACard: ReadonlySet<string> = new Set([
  'project',
  'source_name',
  'host',
  'channel',
  'owner',
  'called',
  'opened',
  'closed',
  'sent',
  'id',
  'own',
])

function descriptionOf(composed: ComposedMessage, separator: string): string {
  const { sentences, facts, list, detail } = composed
  return withoutTags(
    [
      ...sentences,
      ...facts
        .filter(({ name }) => factsOfACard.has(name))
        .map(({ label, value }) => `${label}${separator}${value}`),
      ...(list?.items ?? []).map(({ text }) => text),
      ...(list?.more == null ? [] : [list.more]),
      ...(detail === null ? [] : [detail.text]),
    ].join('\n'),
  )
}

function contentOf(
  composed: ComposedMessage,
  { message, locale }: AddressedMessage,
  format: WecomAppConfig['format'],
): string {
  const separator = phrasesFor(locale).labelSeparator
  switch (format) {
    case 'markdown':
      return colouredMarkdown(composed, message, separator)
    case 'text':
      return defuseMentions(plainText(composed, separator))
    case 'textcard':
      return descriptionOf(composed, separator)
  }
}

function messageOf(
  content: string,
  composed: ComposedMessage,
  { locale }: AddressedMessage,
  format: WecomAppConfig['format'],
): WecomAppMessage {
  switch (format) {
    case 'markdown':
      return { msgtype: 'markdown', markdown: { content } }
    case 'text':
      return { msgtype: 'text', text: { content } }
    case 'textcard':
      return {
        msgtype: 'textcard',
        textcard: {
          title: clipToBytes(withoutTags(composed.headline), maxTitleBytes),
          // Sentences are never cut to fit, and several long ones may leave too little room.
          description: clipToBytes(content, maxContentBytes.textcard),
          url: composed.link.url,
          btntxt: openButton[locale],
        },
      }
  }
}

function previewOf(
  message: WecomAppMessage,
  composed: ComposedMessage,
  separator: string,
): WecomAppPayload['preview'] {
  const title = composed.headline
  const dialect = { line: escapeMarkdown, link: markdownLink, separator }
  switch (message.msgtype) {
    case 'text':
      return { title, body: message.text.content, format: 'text' }
    case 'markdown':
      return { title, body: markdownBlocks(composed, dialect).join('\n\n'), format: 'markdown' }
    case 'textcard': {
      const { title: shown, description, btntxt } = message.textcard
      return { title, body: `${shown}\n${description}\n\n${btntxt}`, format: 'text' }
    }
  }
}

/** A repeated delivery is recognised by its content: what says that it is one would make it another. */
function asAtFirst(addressed: AddressedMessage): AddressedMessage {
  const { message } = addressed
  return message.kind === 'test' || message.note !== 'may_be_a_duplicate'
    ? addressed
    : { ...addressed, message: { ...message, note: null } }
}

export function renderWecomApp(
  told: AddressedMessage,
  { format }: WecomAppConfig,
): WecomAppPayload {
  const addressed = asAtFirst(told)
  const { rendered, shortened } = fitToLimit(
    (dataBytes) => {
      const composed = composeMessage(addressed, dataBytes)
      return { composed, content: contentOf(composed, addressed, format) }
    },
    ({ content }) => byteLength(content),
    maxContentBytes[format],
  )
  const { composed, content } = rendered
  const message = messageOf(content, composed, addressed, format)
  return {
    message,
    bytes: byteLength(content),
    shortened,
    measure: { used: byteLength(content), limit: maxContentBytes[format], unit: 'bytes' },
    preview: previewOf(message, composed, phrasesFor(addressed.locale).labelSeparator),
  }
}
