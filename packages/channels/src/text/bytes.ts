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

/**
 * Renders with the longest data that fits `maxBytes`. `render` gets the number of bytes that each
 * single piece of data may take; everything else in it (keyword, link, mentions) stays whole.
 */
export function fitToLimit<Rendered>(
  render: (dataBytes: number) => Rendered,
  sizeOf: (rendered: Rendered) => number,
  maxBytes: number,
): { readonly rendered: Rendered; readonly shortened: boolean } {
  const whole = render(Number.POSITIVE_INFINITY)
  if (sizeOf(whole) <= maxBytes) return { rendered: whole, shortened: false }
  let fits = 0
  let tooLong = maxBytes
  while (tooLong - fits > 1) {
    const middle = (fits + tooLong) >> 1
    if (sizeOf(render(middle)) <= maxBytes) fits = middle
    else tooLong = middle
  }
  return { rendered: render(fits), shortened: true }
}
