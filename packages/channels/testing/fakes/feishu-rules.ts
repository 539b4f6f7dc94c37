import { createHmac } from 'node:crypto'
import { at, isObject, textAt } from './robot-fake.ts'

export interface FeishuRefusal {
  readonly status: number
  readonly code: number
  readonly msg: string
}

const refusal = (code: number, msg: string, status = 200): FeishuRefusal => ({ status, code, msg })

const largestBody = 20_000
const tolerance = 3_600

/** Signature and time of the body, against the robot's own clock in milliseconds. */
export function signatureRefusal(
  body: Readonly<Record<string, unknown>>,
  secret: string,
  clock: number,
): FeishuRefusal | null {
  const timestamp = textAt(body, 'timestamp')
  const expected = createHmac('sha256', `${timestamp}\n${secret}`).digest('base64')
  const isFresh =
    /^\d{10}$/.test(timestamp) && Math.abs(Number(timestamp) - clock / 1_000) <= tolerance
  return isFresh && textAt(body, 'sign') === expected
    ? null
    : refusal(
        19021,
        'sign match fail or timestamp is not within one hour from current time, please check and try again',
      )
}

/** All texts of a message that its readers see, in their order, one a line. */
export function textsOf(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(textsOf)
  if (!isObject(value)) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    typeof inner === 'string'
      ? ['content', 'text', 'title'].includes(key)
        ? [inner]
        : []
      : textsOf(inner),
  )
}

const elementTags = new Set(['div', 'hr', 'action', 'note', 'markdown'])

function cardFault(card: unknown): string | null {
  if (textAt(card, 'header', 'title', 'tag') !== 'plain_text') return 'card header title'
  const elements = at(card, 'elements')
  if (!Array.isArray(elements) || elements.length === 0) return 'card elements'
  const unknown = elements.find((element) => !elementTags.has(textAt(element, 'tag')))
  return unknown === undefined ? null : 'card element tag'
}

function postFault(content: unknown): string | null {
  const posts = Object.values(isObject(at(content, 'post')) ? Object(at(content, 'post')) : {})
  const lines = posts.flatMap((post) => at(post, 'content'))
  const pieces = lines.flat()
  if (pieces.length === 0 || lines.some((line) => !Array.isArray(line))) return 'post content'
  return pieces.every((piece) => ['text', 'a', 'at'].includes(textAt(piece, 'tag')))
    ? null
    : 'post tag'
}

/** What is wrong with the form of a message: the hook wants objects, not strings of JSON. */
export function formRefusal(body: Readonly<Record<string, unknown>> | null): FeishuRefusal | null {
  if (body === null) return refusal(9499, 'Bad Request', 400)
  if (textAt(body, 'msg_type') === '') return refusal(19002, 'params error, msg_type need')
  if (typeof body.content === 'string') return refusal(9499, 'Bad Request', 400)
  const faults = {
    text: textAt(body, 'content', 'text') === '' ? 'content.text' : null,
    post: postFault(body.content),
    interactive: cardFault(body.card),
  }
  const type = textAt(body, 'msg_type')
  const fault =
    type === 'text' || type === 'post' || type === 'interactive' ? faults[type] : 'msg_type'
  return fault === null ? null : refusal(19002, `params error, ${fault}`)
}

export function contentRefusal(
  texts: readonly string[],
  bytes: number,
  keyword: string | undefined,
): FeishuRefusal | null {
  if (keyword !== undefined && !texts.some((text) => text.includes(keyword))) {
    return refusal(19024, 'Key Words Not Found')
  }
  return bytes > largestBody ? refusal(9499, 'Bad Request: body too large', 400) : null
}

const knownKeys = new Set(['msg_type', 'content', 'card', 'timestamp', 'sign'])

/** What the robot would swallow silently. */
export function warningsFor(body: Readonly<Record<string, unknown>> | null): readonly string[] {
  const unknown = Object.keys(body ?? {}).filter((key) => !knownKeys.has(key))
  const text = JSON.stringify(body)
  const wrongTag = body?.msg_type === 'interactive' ? /<at user_id=/ : /<at id=/
  return [
    ...unknown.map((key) => `unknown field ${key}`),
    ...(wrongTag.test(text) ? ['a mention in the form of another type of message'] : []),
  ]
}
