import type { AddressedMessage, ChannelMessage } from '@highwater/core/notify'
import type { ContactName } from '@highwater/core/person'
import type { RenderedPayload } from '../kind.ts'
import { byteLength, clipToBytes, fitToLimit } from '../text/bytes.ts'
import { callPeople, withCalled } from '../text/call-people.ts'
import { type ComposedMessage, composeMessage, phrasesFor } from '../text/compose.ts'
import { defuseMentions, escapeMarkdown } from '../text/escape.ts'
import { markdownBlocks, markdownLink } from '../text/markdown.ts'
import { plainText } from '../text/plain.ts'
import { colouredMarkdown, wecomLine } from '../text/wecom-markdown.ts'
import { mostPeople, type WecomRobotConfig } from './config.ts'

/** UTF-8 bytes of a content: the robot takes 4,096 of Markdown and 2,048 of text. */
export const maxContentBytes = { markdown: 4_000, markdown_v2: 4_000, text: 2_000 } as const

export type WecomRobotMessage =
  | {
      readonly msgtype: 'text'
      readonly text: {
        readonly content: string
        readonly mentioned_list?: readonly string[]
        readonly mentioned_mobile_list?: readonly string[]
      }
    }
  | { readonly msgtype: 'markdown'; readonly markdown: { readonly content: string } }
  | { readonly msgtype: 'markdown_v2'; readonly markdown_v2: { readonly content: string } }

export interface WecomRobotPayload extends RenderedPayload {
  readonly message: WecomRobotMessage
  /** A short text that calls those whom the format of the message cannot call. */
  readonly call: WecomRobotMessage | null
}

/** Whether a message needs a second one, because only text has every way of calling people. */
export function needsCall(config: WecomRobotConfig): boolean {
  const { format, mentionedUserIds, mentionedMobiles, atAll } = config
  if (format === 'text') return false
  return (
    mentionedMobiles.length > 0 ||
    atAll ||
    (format === 'markdown_v2' && mentionedUserIds.length > 0)
  )
}

/**
 * By what each format calls the people of a message. For them alone no second message is sent: it
 * would cost the robot twice, and only for some alerts.
 */
export const callsBy = {
  text: ['wecomUserId', 'mobile'],
  markdown: ['wecomUserId'],
  markdown_v2: [],
} as const satisfies Readonly<Record<WecomRobotConfig['format'], readonly ContactName[]>>

/** The same channel for this message: a second text that is sent anyway calls in every way. */
function callingWith(addressed: AddressedMessage, config: WecomRobotConfig) {
  const { mentionedUserIds, mentionedMobiles, format } = config
  const { called, naming } = callPeople(
    addressed,
    needsCall(config) ? callsBy.text : callsBy[format],
    mostPeople - mentionedUserIds.length,
  )
  const calling = {
    ...config,
    mentionedUserIds: withCalled(mentionedUserIds, called.wecomUserId),
    mentionedMobiles: withCalled(mentionedMobiles, called.mobile),
  }
  return { calling, naming }
}

function mentionsOf({ mentionedUserIds, mentionedMobiles, atAll }: WecomRobotConfig) {
  const people = atAll ? [...mentionedUserIds, '@all'] : mentionedUserIds
  return {
    ...(people.length === 0 ? {} : { mentioned_list: people }),
    ...(mentionedMobiles.length === 0 ? {} : { mentioned_mobile_list: mentionedMobiles }),
  }
}

function contentOf(
  composed: ComposedMessage,
  message: ChannelMessage,
  config: WecomRobotConfig,
  separator: string,
): string {
  switch (config.format) {
    case 'markdown':
      return [
        colouredMarkdown(composed, message, separator),
        ...(config.mentionedUserIds.length === 0
          ? []
          : [config.mentionedUserIds.map((id) => `<@${id}>`).join(' ')]),
      ].join('\n')
    case 'markdown_v2':
      return markdownBlocks(composed, { line: wecomLine, link: markdownLink, separator }).join(
        '\n\n',
      )
    case 'text':
      return defuseMentions(plainText(composed, separator))
  }
}

function messageOf(content: string, config: WecomRobotConfig): WecomRobotMessage {
  switch (config.format) {
    case 'markdown':
      return { msgtype: 'markdown', markdown: { content } }
    case 'markdown_v2':
      return { msgtype: 'markdown_v2', markdown_v2: { content } }
    case 'text':
      return { msgtype: 'text', text: { content, ...mentionsOf(config) } }
  }
}

/** Long enough for any headline, and far below what a text may hold. */
const longestCall = 600

function callOf(composed: ComposedMessage, config: WecomRobotConfig): WecomRobotMessage | null {
  if (!needsCall(config)) return null
  const people = config.format === 'markdown' ? { ...config, mentionedUserIds: [] } : config
  const headline = clipToBytes(defuseMentions(composed.headline), longestCall)
  const content = `${headline} ${composed.shortId}`
  return { msgtype: 'text', text: { content, ...mentionsOf(people) } }
}

function previewOf(
  composed: ComposedMessage,
  content: string,
  config: WecomRobotConfig,
  separator: string,
): WecomRobotPayload['preview'] {
  const title = composed.headline
  const { mentionedUserIds, mentionedMobiles, atAll } = config
  const called = [...mentionedUserIds, ...mentionedMobiles, ...(atAll ? ['all'] : [])]
  const tokens = called.map((who) => `@${who}`).join(' ')
  if (config.format === 'text') {
    return { title, body: tokens === '' ? content : `${content}\n${tokens}`, format: 'text' }
  }
  const blocks = markdownBlocks(composed, { line: escapeMarkdown, link: markdownLink, separator })
  if (tokens !== '') blocks.push(tokens)
  return { title, body: blocks.join('\n\n'), format: 'markdown' }
}

export function renderWecomRobot(
  addressed: AddressedMessage,
  config: WecomRobotConfig,
): WecomRobotPayload {
  const { calling, naming } = callingWith(addressed, config)
  const separator = phrasesFor(addressed.locale).labelSeparator
  const { rendered, shortened } = fitToLimit(
    (dataBytes) => {
      const composed = composeMessage(naming, dataBytes)
      return { composed, content: contentOf(composed, naming.message, calling, separator) }
    },
    ({ content }) => byteLength(content),
    maxContentBytes[config.format],
  )
  const { composed, content } = rendered
  return {
    message: messageOf(content, calling),
    call: callOf(composed, calling),
    bytes: byteLength(content),
    shortened,
    measure: { used: byteLength(content), limit: maxContentBytes[config.format], unit: 'bytes' },
    preview: previewOf(composed, content, calling, separator),
  }
}
