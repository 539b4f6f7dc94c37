const encoder = new TextEncoder()
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

export const byteLength = (text: string): number => encoder.encode(text).length

/**
 * The longest beginning of `text` that takes at most `maxBytes` UTF-8 bytes with `tail` behind it,
 * cut between graphemes. A text that fits is returned as it is.
 */
export function clipToBytes(text: string, maxBytes: number, tail = '…'): string {
  // A UTF-16 unit takes at most three bytes: most texts need no counting at all.
  if (text.length * 3 <= maxBytes || byteLength(text) <= maxBytes) return text
  const end = byteLength(tail) <= maxBytes ? tail : ''
  let left = maxBytes - byteLength(end)
  let kept = ''
  for (const { segment } of graphemes.segment(text)) {
    left -= byteLength(segment)
    if (left < 0) break
    kept += segment
  }
  return kept + end
}

/** The longest beginning of `text` with at most `maxUnits` UTF-16 units, cut between graphemes. */
export function clipToUnits(text: string, maxUnits: number, tail = '…'): string {
  if (text.length <= maxUnits) return text
  let kept = ''
  for (const { segment } of graphemes.segment(text)) {
    if (kept.length + segment.length + tail.length > maxUnits) break
    kept += segment
  }
  return kept + tail
}

/** Joins lines into as few pieces as can be, none longer than `maxUnits` unless one line is. */
export function packLines(lines: readonly string[], maxUnits: number): string[] {
  const pieces: string[] = []
  for (const line of lines) {
    const last = pieces.at(-1)
    if (last === undefined || last.length + 1 + line.length > maxUnits) pieces.push(line)
    else pieces[pieces.length - 1] = `${last}\n${line}`
  }
  return pieces
}

/** A text as pieces of at most `maxUnits` UTF-16 units; a grapheme beyond that is left out. */
export function splitToUnits(text: string, maxUnits: number): string[] {
  const pieces: string[] = []
  let piece = ''
  for (const { segment } of graphemes.segment(text)) {
    if (segment.length > maxUnits) continue
    if (piece.length + segment.length > maxUnits) {
      pieces.push(piece)
      piece = ''
    }
    piece += segment
  }
  return piece === '' ? pieces : [...pieces, piece]
}

/**
 * Renders with the longest data that fits `maxSize`. `render` gets the number of bytes that each
 * single piece of data may take; everything else in it (keyword, link, mentions) stays whole.
 * @param mostBytes what data of that size takes at most, where it is not counted in bytes
 */
export function fitToLimit<Rendered>(
  render: (dataBytes: number) => Rendered,
  sizeOf: (rendered: Rendered) => number,
  maxSize: number,
  mostBytes = maxSize,
): { readonly rendered: Rendered; readonly shortened: boolean } {
  const whole = render(Number.POSITIVE_INFINITY)
  if (sizeOf(whole) <= maxSize) return { rendered: whole, shortened: false }
  let fits = 0
  let tooLong = mostBytes
  while (tooLong - fits > 1) {
    const middle = (fits + tooLong) >> 1
    if (sizeOf(render(middle)) <= maxSize) fits = middle
    else tooLong = middle
  }
  return { rendered: render(fits), shortened: true }
}
