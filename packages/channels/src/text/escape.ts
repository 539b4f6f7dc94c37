/**
 * Takes the power to call people from an `@` in data: `@all` becomes `＠all`.
 * An address such as dba@example.com keeps its sign.
 */
export const defuseMentions = (text: string): string =>
  text.replace(/(?<![\p{L}\p{N}_])@(?=\S)/gu, '＠')

/**
 * Escapes what Markdown reads as markup within a line. Underscores between letters or digits are
 * harmless and stay readable, as in `orders_to_dw`; a parenthesis is escaped only behind a bracket.
 */
export const escapeMarkdown = (text: string): string =>
  text
    .replace(/[\\`*[\]<>~|]|(?<=\])\(/g, (mark) => `\\${mark}`)
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/^(\s*)([#+=-])/gm, '$1\\$2')

/**
 * For Markdown that knows no escapes: signs that would be markup become their wide forms, and read
 * the same. `<` is left alone where no tag or mention follows.
 */
export const widenMarkdown = (text: string): string =>
  text
    .replace(/<(?=[/a-z@!])/gi, '＜')
    .replace(/[*`|]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) + 0xfee0))
    .replaceAll('](', '］(')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '＿')
    .replace(/^(\s*)#/gm, '$1＃')
    .replace(/^(\s*)>/gm, '$1＞')
    .replace(/^(\s*)[+-](?=[\s+-])/gm, '$1·')

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
