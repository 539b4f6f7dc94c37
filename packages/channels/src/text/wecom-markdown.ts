import type { ChannelMessage } from '@highwater/core/notify'
import type { ComposedMessage } from './compose.ts'
import { defuseMentions, widenMarkdown } from './escape.ts'
import { linkTarget, markdownLink } from './markdown.ts'

/** Data as one line of WeCom's Markdown, which documents no escapes. */
export const wecomLine = (text: string): string => widenMarkdown(defuseMentions(text))

/** The three colours that this Markdown has. */
function colourOf(message: ChannelMessage): 'info' | 'comment' | 'warning' {
  if (message.kind === 'resolved') return 'info'
  return message.kind === 'test' ? 'comment' : 'warning'
}

/** WeCom's first Markdown: it has colours and quotes, and breaks at a single line feed. */
export function colouredMarkdown(
  composed: ComposedMessage,
  message: ChannelMessage,
  separator: string,
): string {
  const { headline, sentences, facts, list, detail, link } = composed
  const said = detail === null ? [] : [`${detail.label}${separator}`, ...detail.text.split('\n')]
  return [
    `### <font color="${colourOf(message)}">${wecomLine(headline)}</font>`,
    ...sentences.map(wecomLine),
    ...facts.map(({ label, value }) => `> ${wecomLine(label)}${separator}${wecomLine(value)}`),
    '',
    ...(list?.items ?? []).map(({ text, url }) => markdownLink(wecomLine(text), linkTarget(url))),
    ...(list?.more == null ? [] : [wecomLine(list.more)]),
    ...said.map(wecomLine),
    markdownLink(link.label, linkTarget(link.url)),
  ].join('\n')
}
