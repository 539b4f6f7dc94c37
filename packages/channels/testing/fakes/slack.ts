import type { ReceivedRequest } from './http-fake.ts'
import { createRateWindow } from './rate-window.ts'
import { at, isObject, parseObject, type RobotFake, startRobotFake, textAt } from './robot-fake.ts'

export interface SlackFakeOptions {
  /** The path of the webhook; any path of three parts is known when absent. */
  readonly path?: string
  /** Messages in any second before 429; 1 unless told. */
  readonly perSecond?: number
}

/** What can be changed while the webhook runs. */
export interface SlackState {
  readonly archived: boolean
}

export type SlackFake = RobotFake<SlackState>

interface Refusal {
  readonly status: number
  readonly word: string
}

const blocksIn = (body: unknown): readonly unknown[] => {
  const attachments = at(body, 'attachments')
  return (Array.isArray(attachments) ? attachments : []).flatMap((each) => {
    const blocks = at(each, 'blocks')
    return Array.isArray(blocks) ? blocks : []
  })
}

function textsOf(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(textsOf)
  if (!isObject(value)) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    typeof inner === 'string' ? (key === 'text' ? [inner] : []) : textsOf(inner),
  )
}

/** The limits of blocks, which Slack enforces with one word for all of them. */
function blockFault(block: unknown): boolean {
  const type = textAt(block, 'type')
  const text = textAt(block, 'text', 'text')
  const fields = at(block, 'fields')
  if (type === 'header') return textAt(block, 'text', 'type') !== 'plain_text' || text.length > 150
  if (type !== 'section') return true
  if (Array.isArray(fields)) {
    return fields.length > 10 || fields.some((field) => textAt(field, 'text').length > 2_000)
  }
  return text === '' || text.length > 3_000
}

function bodyRefusal(body: Readonly<Record<string, unknown>> | null): Refusal | null {
  if (body === null) return { status: 400, word: 'invalid_payload' }
  const blocks = blocksIn(body)
  if (textAt(body, 'text') === '' && blocks.length === 0) return { status: 400, word: 'no_text' }
  const isTooMuch = blocks.length > 50 || textAt(body, 'text').length > 40_000
  return isTooMuch || blocks.some(blockFault) ? { status: 400, word: 'invalid_blocks' } : null
}

/** A webhook that checks like the real one and keeps a journal. */
export function startSlackFake(options: SlackFakeOptions = {}): Promise<SlackFake> {
  const rate = createRateWindow([{ count: options.perSecond ?? 1, perMs: 1_000 }], 1_000)

  function refuse(request: ReceivedRequest, state: Partial<SlackState>, now: number) {
    const { pathname } = request.url
    const isKnown = options.path === undefined || pathname === options.path
    if (request.method !== 'POST' || !/^\/services(\/[^/]+){3}$/.test(pathname) || !isKnown) {
      return { status: 404, word: 'no_service' }
    }
    if (state.archived) return { status: 410, word: 'channel_is_archived' }
    const refusal = bodyRefusal(parseObject(request.text))
    if (refusal !== null || rate(now) === 'room') return refusal
    return { status: 429, word: 'rate_limited' }
  }

  return startRobotFake<SlackState>((request, state, now) => {
    const body = parseObject(request.text)
    const refusal = refuse(request, state, now)
    return {
      status: refusal?.status ?? 200,
      body: refusal?.word ?? 'ok',
      headers: {
        'content-type': 'text/plain',
        ...(refusal?.status === 429 ? { 'retry-after': '30' } : {}),
      },
      accepted: refusal === null,
      text: textsOf(body).join('\n'),
      warnings: textAt(body, 'text') === '' ? ['a push notification would be empty'] : [],
    }
  })
}
