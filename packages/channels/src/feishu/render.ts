import type { MessageLocale } from '@highwater/core'
import type { AddressedMessage } from '@highwater/core/notify'
import type { ContactName } from '@highwater/core/person'
import type { RenderedPayload } from '../kind.ts'
import { byteLength, fitToLimit } from '../text/bytes.ts'
import { callPeople, withCalled } from '../text/call-people.ts'
import { type ComposedMessage, composeMessage, phrasesFor } from '../text/compose.ts'
import { escapeMarkdown } from '../text/escape.ts'
import { markdownBlocks, markdownLink } from '../text/markdown.ts'
import { plainText } from '../text/plain.ts'
import { buildCard, headerColour } from './build-card.ts'
import { buildPost } from './build-post.ts'
import type { FeishuConfig } from './config.ts'
import { defuseTags } from './escape.ts'
import type { FeishuMessage, PostLanguage } from './message.ts'

/** The robot takes 20 KB; whether that is 20,000 or 20,480 bytes is not documented. */
export const maxBodyBytes = 19_000

/** Left free for time and signature, which the sender adds. */
const reservedBytes = 120

/** A robot knows neither mobiles nor mail addresses. */
export const callsBy = ['feishuOpenId'] as const satisfies readonly ContactName[]

export interface FeishuPayload extends RenderedPayload {
  readonly message: FeishuMessage
}

const postLanguage: Readonly<Record<MessageLocale, PostLanguage>> = {
  'zh-CN': 'zh_cn',
  'zh-TW': 'zh_tw',
  en: 'en_us',
}

function textContent(composed: ComposedMessage, config: FeishuConfig, separator: string): string {
  const tags = config.atUserIds.map((id) => `<at user_id="${id}"></at>`)
  if (config.atAll) tags.push('<at user_id="all"></at>')
  return [
    defuseTags(plainText(composed, separator)),
    ...(config.keyword === undefined ? [] : [config.keyword]),
    ...(tags.length === 0 ? [] : [tags.join(' ')]),
  ].join('\n')
}

function buildMessage(
  { message, locale }: AddressedMessage,
  config: FeishuConfig,
  composed: ComposedMessage,
): FeishuMessage {
  const separator = phrasesFor(locale).labelSeparator
  switch (config.format) {
    case 'card':
      return {
        msg_type: 'interactive',
        card: buildCard(composed, headerColour(message), config, separator),
      }
    case 'post': {
      const post = buildPost(composed, config, separator)
      return {
        msg_type: 'post',
        content: { post: { [postLanguage[locale]]: post } },
      }
    }
    case 'text':
      return { msg_type: 'text', content: { text: textContent(composed, config, separator) } }
  }
}

/** What stands in the message for its reader, in the Markdown that previews are shown in. */
function previewOf(
  composed: ComposedMessage,
  message: FeishuMessage,
  config: FeishuConfig,
  separator: string,
): FeishuPayload['preview'] {
  const title = composed.headline
  if (message.msg_type === 'text') return { title, body: message.content.text, format: 'text' }
  const dialect = { line: escapeMarkdown, link: markdownLink, separator }
  const blocks = markdownBlocks(composed, dialect)
  const called = [...config.atUserIds, ...(config.atAll ? ['all'] : [])].map((id) => `@${id}`)
  if (called.length > 0) blocks.push(called.join(' '))
  if (config.keyword !== undefined) blocks.push(config.keyword)
  return { title, body: blocks.join('\n\n'), format: 'markdown' }
}

const bodyBytes = (message: FeishuMessage): number => byteLength(JSON.stringify(message))

export function renderFeishu(addressed: AddressedMessage, config: FeishuConfig): FeishuPayload {
  const { called, naming } = callPeople(addressed, callsBy)
  const calling = { ...config, atUserIds: withCalled(config.atUserIds, called.feishuOpenId) }
  const { rendered, shortened } = fitToLimit(
    (dataBytes) => {
      const composed = composeMessage(naming, dataBytes)
      return { composed, message: buildMessage(naming, calling, composed) }
    },
    ({ message }) => bodyBytes(message),
    maxBodyBytes - reservedBytes,
  )
  const { composed, message } = rendered
  const separator = phrasesFor(addressed.locale).labelSeparator
  return {
    message,
    bytes: bodyBytes(message),
    shortened,
    preview: previewOf(composed, message, calling, separator),
  }
}
