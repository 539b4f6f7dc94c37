import type { TemplatePiece } from './syntax.ts'

export interface FactPieces {
  readonly label: readonly TemplatePiece[]
  readonly value: readonly TemplatePiece[]
}

/** Splits a line at its first colon, ASCII or Chinese, that stands in its text; null without one. */
export function splitFact(pieces: readonly TemplatePiece[]): FactPieces | null {
  for (const [index, piece] of pieces.entries()) {
    if (!('text' in piece)) continue
    const at = piece.text.search(/[:：]/)
    if (at === -1) continue
    return {
      label: [...pieces.slice(0, index), { text: piece.text.slice(0, at) }],
      value: [{ text: piece.text.slice(at + 1) }, ...pieces.slice(index + 1)],
    }
  }
  return null
}
