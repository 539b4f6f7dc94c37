import type { ComposedMessage } from './compose.ts'

/** How one dialect of Markdown writes what a message says. */
export interface MarkdownDialect {
  /** Data as one line that is no markup. */
  line(text: string): string
  link(text: string, url: string): string
  /** Between a label and its value, in the reader's language. */
  readonly separator: string
}

/** A link target with what would end it early written as an escape. */
export const linkTarget = (url: string): string =>
  url.replace(/[()<>\s\\]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`)

/** The headline on top, then sentences, facts, a digest's alerts, the detail and the link. */
export function markdownBlocks(composed: ComposedMessage, dialect: MarkdownDialect): string[] {
  const { line, link, separator } = dialect
  const facts = composed.facts.map(
    ({ label, value }) => `- **${line(label)}**${separator}${line(value)}`,
  )
  const blocks = [`### ${line(composed.headline)}`, ...composed.sentences.map(line)]
  blocks.push(facts.join('\n'))
  if (composed.list) {
    const { items, more } = composed.list
    const links = items.map(({ text, url }) => `- ${link(line(text), linkTarget(url))}`)
    if (links.length > 0) blocks.push(links.join('\n'))
    if (more !== null) blocks.push(line(more))
  }
  if (composed.detail) {
    const quoted = composed.detail.text.split('\n').map((text) => `> ${line(text)}`)
    blocks.push(`**${composed.detail.label}**`, quoted.join('  \n'))
  }
  blocks.push(link(composed.link.label, linkTarget(composed.link.url)))
  return blocks
}

export const markdownLink = (text: string, url: string): string => `[${text}](${url})`
