/**
 * What nobody sees, or what turns the direction of the text around it: control characters, breaks of
 * lines, zero widths and bidirectional marks. With them one name looks like another. The joiners stay,
 * for scripts and emoji need them, but not at an end.
 */
const unseen =
  /[\p{Cc}\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\u{e0000}-\u{e007f}]|^[\u200c\u200d]|[\u200c\u200d]$/gu

/** The fault of a name that holds something unseen. */
export const unseenInName = 'Leave out characters that cannot be seen, and line breaks.'

/** Whether a name is what it looks like. */
export const isPlainName = (text: string): boolean => text.search(unseen) < 0

/** A name that somebody else has written, with a space for each character that cannot be seen. */
export const plainNameOf = (text: string): string =>
  text.replaceAll(unseen, ' ').replaceAll(/\s+/g, ' ').trim()
