import type { ReactNode } from 'react'

interface Piece {
  /** Where it stands in the line: unique among its neighbours. */
  readonly at: number
  readonly node: ReactNode
}

// Bold, a link, or an escaped character: all that our own messages are written with.
const token = /\*\*(.+?)\*\*|\[((?:\\.|[^\]\\])+)\]\([^)\s]+\)|\\([\\`*[\]<>~|_(#+=-])/g

function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = []
  let end = 0
  for (const match of text.matchAll(token)) {
    const [whole, bold, label, escaped] = match
    if (match.index > end) pieces.push({ at: end, node: text.slice(end, match.index) })
    const node =
      bold !== undefined ? (
        <strong>{bold}</strong>
      ) : label !== undefined ? (
        <span className="text-accent underline">{label}</span>
      ) : (
        escaped
      )
    pieces.push({ at: match.index, node })
    end = match.index + whole.length
  }
  if (end < text.length) pieces.push({ at: end, node: text.slice(end) })
  return pieces
}

/** One line of a message's Markdown. Links are shown, not followed: a preview leads nowhere. */
export function MarkdownInline({ text }: { readonly text: string }) {
  return piecesOf(text).map(({ at, node }) => <span key={at}>{node}</span>)
}
