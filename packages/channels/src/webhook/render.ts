import { toIso, toSeconds } from '@highwater/core'
import type {
  AddressedMessage,
  AlertMessage,
  ChannelMessage,
  DigestMessage,
} from '@highwater/core/notify'
import type { RenderedPayload } from '../kind.ts'
import { byteLength, clipToBytes, fitToLimit } from '../text/bytes.ts'
import { manyLines, oneLine } from '../text/clean.ts'
import { composeMessage } from '../text/compose.ts'
import { membersWithin } from '../text/compose-digest.ts'
import { escapeHtml, escapeJson } from '../text/escape.ts'
import { fillTemplate, jsonVariables, type VariableName } from '../text/variable-names.ts'
import { variablesOf } from '../text/variables.ts'
import type { WebhookConfig } from './config.ts'
import { isJsonTemplate } from './template-faults.ts'

/** Standard Webhooks asks to stay below 20 kB. */
export const maxBodyBytes = 20_000

export interface WebhookPayload extends RenderedPayload {
  readonly url: string
  /** Null for GET. */
  readonly body: string | null
  readonly contentType: string
  /** The plain headers with their variables filled in, under lower-case names. */
  readonly headers: Readonly<Record<string, string>>
}

/** What the data of every message begins with. */
interface DataHead {
  readonly id: string
  readonly headline: string
  readonly summary: string
  readonly url: string
}

/** The values of an alert as data: unlike its texts, they are not in any language. */
function alertData(head: DataHead, message: AlertMessage, dataBytes: number) {
  const clip = (data: string | null): string | null =>
    data === null ? null : clipToBytes(oneLine(data), dataBytes)
  const { project } = message
  return {
    ...head,
    event: message.event,
    severity: message.severity,
    level: message.level,
    subject: clip(message.subject),
    project: project && {
      name: clip(project.name),
      kind: project.kind,
      department: clip(project.department),
      owner: clip(project.owner),
      source: clip(project.source),
      target: clip(project.target),
      tags: project.tags.map((tag) => clip(tag)),
    },
    openedAt: toIso(message.openedAt),
    lastedSeconds: toSeconds(message.lasted),
    observedSeconds: message.observed === null ? null : toSeconds(message.observed),
    thresholdSeconds: message.threshold === null ? null : toSeconds(message.threshold),
    repeat: message.repeat,
    closeReason: message.closeReason,
    detail: message.detail === null ? null : clipToBytes(manyLines(message.detail), dataBytes),
    stale: message.stale,
    note: message.note,
    mentions: mentionedIn(message, dataBytes),
  }
}

/** The members of a digest, as many as fit; `count` says how many there are. */
function digestData(head: DataHead, message: DigestMessage, dataBytes: number) {
  const { why, count, members, subscription, group, unwatched } = message
  const named = membersWithin(
    members,
    ({ observed, threshold, ...member }) => ({
      ...member,
      subject: clipToBytes(oneLine(member.subject), dataBytes),
      observedSeconds: observed === null ? null : toSeconds(observed),
      thresholdSeconds: threshold === null ? null : toSeconds(threshold),
    }),
    (member) => JSON.stringify(member),
    dataBytes,
  )
  return {
    ...head,
    why,
    count,
    subscription: subscription === undefined ? null : clipToBytes(oneLine(subscription), dataBytes),
    ...(group ? { group } : {}),
    members: named,
    unnamed: count - named.length,
    mentions: mentionedIn(message, dataBytes),
    ...(unwatched ? { unwatched: { from: toIso(unwatched.from), to: toIso(unwatched.to) } } : {}),
  }
}

function dataOf(head: DataHead, message: ChannelMessage, dataBytes: number) {
  switch (message.kind) {
    case 'test':
      return head
    case 'digest':
      return digestData(head, message, dataBytes)
    default:
      return alertData(head, message, dataBytes)
  }
}

/** The names of those for whom the message is. */
const mentionedIn = (message: AlertMessage | DigestMessage, dataBytes: number): string[] =>
  (message.mentions ?? []).map(({ name }) => clipToBytes(oneLine(name), dataBytes))

/** The default body: the payload form of Standard Webhooks. */
function standardBody(addressed: AddressedMessage, dataBytes: number): string {
  const { message } = addressed
  const { headline, sentences, link } = composeMessage(addressed, dataBytes)
  const head = { id: message.shortId, headline, summary: sentences.join(' '), url: link.url }
  return JSON.stringify({
    type: `alert.${message.kind}`,
    timestamp: toIso(message.sentFor),
    data: dataOf(head, message, dataBytes),
  })
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

/** A UTF-16 unit takes at most three bytes: what certainly fits is not counted. */
const sizeOf = (body: string): number =>
  body.length * 3 <= maxBodyBytes ? body.length : byteLength(body)

interface Said {
  readonly rendered: string
  readonly shortened: boolean
}

let last: { readonly addressed: AddressedMessage; readonly said: Said } | null = null

const saysTheSame = (one: AddressedMessage, other: AddressedMessage): boolean =>
  one.message === other.message &&
  one.locale === other.locale &&
  one.timeZone === other.timeZone &&
  one.template === other.template

/** News for many channels comes as one object, one channel after the other: it is put into words once. */
function standardSaid(addressed: AddressedMessage): Said {
  if (last !== null && saysTheSame(last.addressed, addressed)) return last.said
  const said = fitToLimit((bytes) => standardBody(addressed, bytes), sizeOf, maxBodyBytes)
  last = { addressed, said }
  return said
}

export function renderWebhook(addressed: AddressedMessage, config: WebhookConfig): WebhookPayload {
  const template = config.body
  const { rendered, shortened } =
    template === undefined
      ? standardSaid(addressed)
      : fitToLimit(
          (bytes) => templatedBody(addressed, config, template, bytes),
          sizeOf,
          maxBodyBytes,
        )
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
