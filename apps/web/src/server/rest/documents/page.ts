import { createHash } from 'node:crypto'
import { type Operation, tags } from '../define-operation.ts'
import { exampleBody } from './example-of.ts'
import { openApi } from './open-api.ts'
import { pageStyle } from './page-style.ts'

const replacements: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escapeHtml = (text: string): string =>
  text.replaceAll(/[&<>"']/g, (character) => replacements[character] ?? character)

const json = (value: unknown): string => escapeHtml(JSON.stringify(value, null, 2))

/** Single quotes inside a shell's single quotes. */
const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`

function curlOf({ method, path, access, body }: Operation, address: string): string {
  const lines = [`curl ${method === 'GET' ? '' : `-X ${method} `}${quoted(`${address}${path}`)}`]
  if (access !== 'public') lines.push(`-H "Authorization: Bearer $TOKEN"`)
  if (body !== null) {
    lines.push(
      `-H 'Content-Type: application/json'`,
      `-d ${quoted(JSON.stringify(exampleBody(body)))}`,
    )
  }
  return lines.join(' \\\n  ')
}

interface Described {
  readonly parameters?: readonly { readonly name?: string | undefined; readonly in: string }[]
  readonly requestBody?: { readonly content: unknown }
  readonly responses: unknown
}

const block = (title: string, value: unknown): string =>
  `<details><summary>${title}</summary><pre>${json(value)}</pre></details>`

function section(operation: Operation, described: Described, address: string): string {
  const { id, method, path, summary, access } = operation
  return `<article id="${id}">
<h3><code class="method">${method}</code> <code>${escapeHtml(path)}</code></h3>
<p>${escapeHtml(summary)}. ${access === 'public' ? 'No token.' : `Needs <code>${access}</code>.`}</p>
<pre>${escapeHtml(curlOf(operation, address))}</pre>
${described.parameters ? block('Parameters', described.parameters) : ''}
${described.requestBody ? block('Body', described.requestBody.content) : ''}
${block('Answers', described.responses)}
</article>`
}

/** The documents as one page without any script. */
export function documentsPage(
  operations: readonly Operation[],
  { root, consoleUrl }: { readonly root: string; readonly consoleUrl: string },
): Response {
  const { paths, components } = openApi(operations, root)
  const shown = tags.filter((tag) => operations.some((operation) => operation.tag === tag))
  const sections = shown.map((tag) => {
    const articles = operations
      .filter((operation) => operation.tag === tag)
      .map((operation) =>
        section(
          operation,
          paths[operation.path]?.[operation.method.toLowerCase()] as Described,
          `${consoleUrl}${root}`,
        ),
      )
    return `<section><h2>${tag}</h2>\n${articles.join('\n')}</section>`
  })
  const schemas = Object.entries(components.schemas).map(
    ([name, schema]) => `<div id="${escapeHtml(name)}">${block(escapeHtml(name), schema)}</div>`,
  )
  const html = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Highwater API</title><style>${pageStyle}</style></head><body><main>
<h1>Highwater API</h1>
<p>Every call carries <code>Authorization: Bearer TOKEN</code>. Times are ISO 8601 in UTC. Lists answer
<code>items</code> and <code>nextCursor</code>. Failures are problem documents with a closed <code>code</code>;
for bad input, <code>errors</code> names each fault by its path. The same for programs:
<a href="${root}/openapi.json">openapi.json</a>.</p>
${sections.join('\n')}
<section><h2>schemas</h2>${schemas.join('\n')}</section>
</main></body></html>`
  const styleHash = createHash('sha256').update(pageStyle).digest('base64')
  return new Response(html, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; frame-ancestors 'none'`,
    },
  })
}
