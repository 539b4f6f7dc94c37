/**
 * Takes the power to call people from an `@` in data: `@all` becomes `＠all`.
 * An address such as dba@example.com keeps its sign.
 */
export const defuseMentions = (text: string): string =>
  text.replace(/(?<![\p{L}\p{N}._+-])@(?=\S)/gu, '＠')

/**
 * Escapes what Markdown reads as markup within a line. Underscores between letters or digits are
 * harmless and stay readable, as in `orders_to_dw`; a parenthesis is escaped only behind a bracket.
 */
export const escapeMarkdown = (text: string): string =>
  text
    .replace(/[\\`*[\]<>~|]|(?<=\])\(/g, (mark) => `\\${mark}`)
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/^(\s*)([#+=-])/gm, '$1\\$2')

const htmlEntities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (mark) => htmlEntities[mark] ?? mark)

/** A string as it stands between the quotes of a JSON string. */
export const escapeJson = (text: string): string => JSON.stringify(text.toWellFormed()).slice(1, -1)
