import type { ComposedMessage } from '../text/compose.ts'
import { escapeHtml } from '../text/escape.ts'

const paragraph = (text: string): string => `<p style="margin:0 0 8px">${escapeHtml(text)}</p>`

const cellStyle = 'padding:4px 12px 4px 0;text-align:left;vertical-align:top'

const tableOf = (composed: ComposedMessage): string =>
  [
    '<table style="border-collapse:collapse;margin:8px 0">',
    ...composed.facts.map(
      (fact) =>
        `<tr><th scope="row" style="${cellStyle};color:#57606a;font-weight:normal">${escapeHtml(fact.label)}</th>` +
        `<td style="${cellStyle}">${escapeHtml(fact.value)}</td></tr>`,
    ),
    '</table>',
  ].join('\n')

const listOf = (composed: ComposedMessage, separator: string): string =>
  composed.facts.map((fact) => paragraph(`${fact.label}${separator}${fact.value}`)).join('\n')

/** The alerts of a digest, each a link to its page. */
const membersOf = ({ list }: ComposedMessage): string =>
  list === null
    ? ''
    : [
        '<ul style="margin:8px 0;padding-left:20px">',
        ...list.items.map(
          ({ text, url }) => `<li><a href="${escapeHtml(url)}">${escapeHtml(text)}</a></li>`,
        ),
        '</ul>',
        ...(list.more === null ? [] : [paragraph(list.more)]),
      ].join('\n')

/** A whole HTML document without remote images, so that no reader has to load anything. */
export function htmlDocument(
  composed: ComposedMessage,
  layout: { readonly language: string; readonly table: boolean; readonly separator: string },
): string {
  const detail = composed.detail
    ? `<p style="margin:8px 0 4px">${escapeHtml(composed.detail.label)}</p>\n<pre style="white-space:pre-wrap;margin:0 0 8px">${escapeHtml(composed.detail.text)}</pre>`
    : ''
  return [
    `<!doctype html>`,
    `<html lang="${layout.language}">`,
    `<head><meta charset="utf-8"><title>${escapeHtml(composed.headline)}</title></head>`,
    `<body style="font-family:system-ui,sans-serif;font-size:14px;line-height:1.5">`,
    `<h1 style="font-size:18px;margin:0 0 8px">${escapeHtml(composed.headline)}</h1>`,
    ...composed.sentences.map(paragraph),
    layout.table ? tableOf(composed) : listOf(composed, layout.separator),
    membersOf(composed),
    detail,
    `<p><a href="${escapeHtml(composed.link.url)}">${escapeHtml(composed.link.label)}</a></p>`,
    `</body>`,
    `</html>`,
  ].join('\n')
}
