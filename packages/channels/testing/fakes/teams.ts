import type { ReceivedRequest } from './http-fake.ts'
import { createRateWindow } from './rate-window.ts'
import { at, isObject, parseObject, type RobotFake, startRobotFake, textAt } from './robot-fake.ts'

export interface TeamsFakeOptions {
  /** The signature in the address; any is accepted when absent. */
  readonly signature?: string
  /** Requests in any second before 429; 4 unless told. */
  readonly perSecond?: number
}

/** What can be changed while the workflow runs. */
export interface TeamsState {
  readonly turnedOff: boolean
  /** Answers as the connectors of old did: 200, and failures only in words. */
  readonly asConnector: boolean
}

export type TeamsFake = RobotFake<TeamsState>

interface Refusal {
  readonly status: number
  readonly message: string
}

const largestBody = 28_000

const cardIn = (body: unknown): unknown => {
  const attachments = at(body, 'attachments')
  return Array.isArray(attachments) ? attachments[0] : undefined
}

/** The texts of a card and of everything inside it. */
function textsOf(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(textsOf)
  if (!isObject(value)) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    typeof inner === 'string' ? (key === 'text' ? [inner] : []) : textsOf(inner),
  )
}

const blocksOf = (body: unknown): readonly unknown[] => {
  const blocks = at(cardIn(body), 'content', 'body')
  return Array.isArray(blocks) ? blocks : []
}

function bodyRefusal(body: Readonly<Record<string, unknown>> | null): Refusal | null {
  const bad = (message: string): Refusal => ({ status: 400, message })
  if (body === null) return bad('The request content is not valid and could not be deserialized')
  const attachment = cardIn(body)
  const isCard =
    textAt(body, 'type') === 'message' &&
    textAt(attachment, 'contentType') === 'application/vnd.microsoft.card.adaptive' &&
    textAt(attachment, 'content', 'type') === 'AdaptiveCard' &&
    /^1\.[0-5]$/.test(textAt(attachment, 'content', 'version'))
  return isCard && blocksOf(body).length > 0 ? null : bad('The attachment is no adaptive card')
}

/** What Teams would swallow: mentions without a text, and texts without a mention. */
function warningsFor(body: unknown): readonly string[] {
  const entities = at(cardIn(body), 'content', 'msteams', 'entities')
  const tags = (Array.isArray(entities) ? entities : []).map((each) => textAt(each, 'text'))
  const shown = blocksOf(body)
    .filter((block) => textAt(block, 'type') === 'TextBlock')
    .map((block) => textAt(block, 'text'))
    .join('\n')
  const written = shown.match(/<at>[^<]*<\/at>/g) ?? []
  return [
    ...tags.filter((tag) => !shown.includes(tag)).map((tag) => `${tag} stands in no text block`),
    ...written.filter((tag) => !tags.includes(tag)).map((tag) => `${tag} has no entity`),
  ]
}

/** A workflow that checks like the real one and keeps a journal. */
export function startTeamsFake(options: TeamsFakeOptions = {}): Promise<TeamsFake> {
  const rate = createRateWindow([{ count: options.perSecond ?? 4, perMs: 1_000 }], 1_000)

  function refuse(
    request: ReceivedRequest,
    state: Partial<TeamsState>,
    now: number,
  ): Refusal | null {
    const signature = request.url.searchParams.get('sig') ?? ''
    const isSigned =
      options.signature === undefined ? signature !== '' : signature === options.signature
    if (state.turnedOff) return { status: 404, message: 'The workflow is not enabled' }
    if (!isSigned) return { status: 401, message: 'The signature does not match' }
    if (request.raw.length > largestBody) return { status: 413, message: 'Too large' }
    const refusal = bodyRefusal(parseObject(request.text))
    if (refusal !== null || rate(now) === 'room') return refusal
    return { status: 429, message: 'Rate limit is exceeded' }
  }

  return startRobotFake<TeamsState>((request, state, now) => {
    const body = parseObject(request.text)
    const refusal = refuse(request, state, now)
    const inWords = `Webhook message delivery failed with error: Microsoft Teams endpoint returned HTTP error ${refusal?.status}`
    return {
      ...(state.asConnector
        ? { status: 200, body: refusal === null ? '1' : inWords }
        : {
            status: refusal?.status ?? 202,
            body: refusal === null ? '' : JSON.stringify({ error: { message: refusal.message } }),
          }),
      headers: refusal?.status === 429 ? { 'retry-after': '5' } : {},
      accepted: refusal === null,
      text: textsOf(blocksOf(body)).join('\n'),
      warnings: warningsFor(body),
    }
  })
}
