import type { AddressedMessage } from '@highwater/core/notify'
import type { RenderedPayload } from '../kind.ts'
import { byteLength } from '../text/bytes.ts'
import { composeMessage } from '../text/compose.ts'
import { escapeHtml, escapeJson } from '../text/escape.ts'
import { fillTemplate, jsonVariables, type VariableName } from '../text/variable-names.ts'
import { variablesOf } from '../text/variables.ts'
import type { WebhookConfig } from './config.ts'
import { fitBody } from './fit-body.ts'
import { standardBody } from './standard-body.ts'
import { isJsonTemplate } from './template-faults.ts'

export interface WebhookPayload extends RenderedPayload {
  readonly url: string
  /** Null for GET. */
  readonly body: string | null
  readonly contentType: string
  /** The plain headers with their variables filled in, under lower-case names. */
  readonly headers: Readonly<Record<string, string>>
}

const ownContentType = ({ headers }: WebhookConfig): string =>
  Object.entries(headers).find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? ''

type Escape = (value: string, name: VariableName) => string

/** How a value stands in a body, so that it cannot become a part of its form. */
function escapeFor(config: WebhookConfig, template: string): Escape {
  const contentType = ownContentType(config)
  if (isJsonTemplate(template) || /json/i.test(contentType)) {
    return (value, name) => (jsonVariables.has(name) ? value : escapeJson(value))
  }
  if (/x-www-form-urlencoded/i.test(contentType)) {
    return (value) => encodeURIComponent(value.toWellFormed())
  }
  return /xml|html/i.test(contentType) || /^\s*</.test(template) ? escapeHtml : (value) => value
}

function templatedBody(
  addressed: AddressedMessage,
  config: WebhookConfig,
  template: string,
  dataBytes: number,
): string {
  const values = variablesOf(addressed, dataBytes)
  const written = escapeFor(config, template)
  return fillTemplate(template, (name) => written(values[name], name))
}

const hasVariables = (template: string): boolean => template.includes('${')

/** A name made of dots would climb up the path, encoded or not; dots that look alike do not. */
const asSegment = (value: string): string =>
  encodeURIComponent(/^\.{1,2}$/.test(value) ? value.replaceAll('.', '․') : value.toWellFormed())

function renderUrl(addressed: AddressedMessage, template: string): string {
  if (!hasVariables(template)) return template
  const values = variablesOf(addressed, 200)
  return fillTemplate(template, (name) => asSegment(values[name]))
}

/** A header is one line of ASCII, so that whatever else a value holds is percent-encoded. */
const headerText = (value: string): string =>
  value.toWellFormed().replace(/[^\x20-\x7e]/gu, encodeURIComponent)

function renderHeaders(
  addressed: AddressedMessage,
  templates: WebhookConfig['headers'],
): Record<string, string> {
  const entries = Object.entries(templates)
  if (entries.length === 0) return {}
  const values = entries.some(([, template]) => hasVariables(template))
    ? variablesOf(addressed, 200)
    : null
  return Object.fromEntries(
    entries.map(([name, template]) => [
      name.toLowerCase(),
      values === null
        ? template
        : fillTemplate(template, (variable) => headerText(values[variable])),
    ]),
  )
}

function contentTypeOf(config: WebhookConfig, headers: WebhookPayload['headers']): string {
  const own = headers['content-type']
  if (own !== undefined) return own
  const isJson = config.body === undefined || isJsonTemplate(config.body)
  return isJson ? 'application/json' : 'text/plain; charset=utf-8'
}

export function renderWebhook(addressed: AddressedMessage, config: WebhookConfig): WebhookPayload {
  const template = config.body
  const { rendered, shortened } =
    template === undefined
      ? standardBody(addressed)
      : fitBody((bytes) => templatedBody(addressed, config, template, bytes))
  const isGet = config.method === 'GET'
  return new Rendered(addressed, {
    url: renderUrl(addressed, config.url),
    body: isGet ? null : rendered,
    headers: renderHeaders(addressed, config.headers),
    config,
    shortened: !isGet && shortened,
  })
}

interface Parts extends Pick<WebhookPayload, 'url' | 'body' | 'headers'> {
  readonly config: WebhookConfig
  readonly shortened: boolean
}

/** Its size and its preview are worked out when somebody looks: what is sent needs neither. */
class Rendered implements WebhookPayload {
  readonly url: string
  readonly body: string | null
  readonly contentType: string
  readonly headers: WebhookPayload['headers']
  readonly shortened: boolean
  readonly #addressed: AddressedMessage

  constructor(addressed: AddressedMessage, { url, body, headers, config, shortened }: Parts) {
    this.url = url
    this.body = body
    this.contentType = contentTypeOf(config, headers)
    this.headers = headers
    this.shortened = shortened
    this.#addressed = addressed
  }

  get bytes(): number {
    return this.body === null ? 0 : byteLength(this.body)
  }

  get preview(): RenderedPayload['preview'] {
    return {
      title: composeMessage(this.#addressed, 400).headline,
      body: this.body ?? '',
      format: this.contentType.includes('json') ? 'json' : 'text',
    }
  }
}
