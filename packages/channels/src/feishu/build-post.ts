import type { ComposedMessage } from '../text/compose.ts'
import type { FeishuConfig } from './config.ts'
import type { Post, PostPiece } from './message.ts'

const paragraph = (text: string): readonly PostPiece[] => [{ tag: 'text', text }]

/** Rich text: its pieces are typed, so that data is never read as markup. */
export function buildPost(
  composed: ComposedMessage,
  config: FeishuConfig,
  separator: string,
): Post {
  const content: (readonly PostPiece[])[] = composed.sentences.map(paragraph)
  for (const fact of composed.facts) {
    content.push(paragraph(`${fact.label}${separator}${fact.value}`))
  }
  for (const item of composed.list?.items ?? []) {
    content.push([{ tag: 'a', text: item.text, href: item.url }])
  }
  if (composed.list?.more != null) content.push(paragraph(composed.list.more))
  if (composed.detail) {
    const { label, text } = composed.detail
    content.push(paragraph(`${label}${separator}`), ...text.split('\n').map(paragraph))
  }
  content.push([{ tag: 'a', text: composed.link.label, href: composed.link.url }])
  if (config.keyword !== undefined) content.push(paragraph(config.keyword))
  const called = [...config.atUserIds, ...(config.atAll ? ['all'] : [])]
  if (called.length > 0) content.push(called.map((id) => ({ tag: 'at', user_id: id })))
  return { title: composed.headline, content }
}
