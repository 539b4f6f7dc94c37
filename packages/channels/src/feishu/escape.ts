/** Every sign that the Markdown of a card reads, as the entity by which a card shows it. */
export const escapeCardMarkdown = (text: string): string =>
  text.replace(/[&<>*~[\]()\\`_#!|$"']/g, (mark) => `&#${mark.charCodeAt(0)};`)

/** In a text, tags call people and make links; opened by a wide sign they are only words. */
export const defuseTags = (text: string): string =>
  text.replace(/<(?=[/a-z])/gi, '＜').replaceAll('](', '] (')
