/** Line separators, control characters, and marks that reorder or hide text. */
const invisible = /[\p{Cc}\p{Bidi_Control}\u200B\u2028\u2029\u2060\uFEFF]/gu

/** Most data: words of ASCII with single spaces between them, in which there is nothing to mend. */
const plainWords = /^[!-~]+(?: [!-~]+)*$/

/** Data from outside as one line that shows what it contains. */
export const oneLine = (data: string): string =>
  plainWords.test(data)
    ? data
    : data
        .toWellFormed()
        .replace(/[\s\u2028\u2029]+/gu, ' ')
        .replace(invisible, '')
        .trim()

/** The same, keeping line breaks: for an error text of several lines. */
export const manyLines = (data: string): string =>
  plainWords.test(data)
    ? data
    : data
        .split(/\r\n|[\n\r\u2028\u2029]/u)
        .map((line) => oneLine(line))
        .join('\n')
        .replace(/\n{3,}/g, '\n\n')
        .trim()
