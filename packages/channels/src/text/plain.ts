import type { ComposedMessage } from './compose.ts'

/** A message as plain text, the form that every reader can show. */
export function plainText(composed: ComposedMessage, labelSeparator: string): string {
  const lines = [
    composed.headline,
    ...composed.sentences,
    '',
    ...composed.facts.map((fact) => `${fact.label}${labelSeparator}${fact.value}`),
  ]
  if (composed.list) {
    lines.push('', ...composed.list.items.map(({ text }) => text))
    if (composed.list.more !== null) lines.push(composed.list.more)
  }
  if (composed.detail)
    lines.push('', `${composed.detail.label}${labelSeparator}`, composed.detail.text)
  lines.push('', `${composed.link.label}${labelSeparator}${composed.link.url}`)
  return lines.join('\n')
}
