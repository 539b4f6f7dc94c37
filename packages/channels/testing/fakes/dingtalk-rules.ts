import { createHmac, timingSafeEqual } from 'node:crypto'
import type { ReceivedRequest } from './http-fake.ts'

export interface DingtalkFakeOptions {
  /** The robot's access token; any token is known when absent. */
  readonly token?: string
  readonly secret?: string
  readonly keyword?: string
  /** Messages in any 60 seconds before 600 seconds of refusals; 20 unless told. */
  readonly limitPerMinute?: number
  /** Source addresses that may send; all when absent. */
  readonly allowedAddresses?: readonly string[]
}

/** What can be changed while the robot runs. */
export interface DingtalkState {
  readonly stopped?: boolean
  readonly dissolved?: boolean
  /** The robot's clock minus the real one. */
  readonly clockSkewMs?: number
}

export interface DingtalkVerdict {
  readonly errcode: number
  readonly errmsg: string
}

const largestBody = 20_000
const tolerance = 3_600_000

const fail = (errcode: number, errmsg: string): DingtalkVerdict => ({ errcode, errmsg })

/** The raw query, read once: a value that was encoded twice still holds a percent sign. */
function signatureFault(
  request: ReceivedRequest,
  secret: string,
  now: number,
): DingtalkVerdict | null {
  const timestamp = request.url.searchParams.get('timestamp') ?? ''
  const sign = request.url.searchParams.get('sign') ?? ''
  if (!/^\d{13}$/.test(timestamp) || Math.abs(Number(timestamp) - now) > tolerance) {
    return fail(310000, 'invalid timestamp, more: [https://ding-doc.dingtalk.com]')
  }
  const expected = createHmac('sha256', secret).update(`${timestamp}\n${secret}`).digest('base64')
  const given = Buffer.from(sign)
  const same = given.length === expected.length && timingSafeEqual(given, Buffer.from(expected))
  return same ? null : fail(310000, 'sign not match, more: [https://ding-doc.dingtalk.com]')
}

interface RobotMessage {
  readonly msgtype?: unknown
  readonly text?: { readonly content?: unknown }
  readonly markdown?: { readonly title?: unknown; readonly text?: unknown }
  readonly actionCard?: Readonly<Record<string, unknown>>
  readonly at?: Readonly<
    Partial<Record<'atMobiles' | 'atUserIds' | 'atDingtalkIds', readonly string[]>>
  >
  readonly msgUuid?: unknown
}

export const parseRobotMessage = (text: string): RobotMessage | null => {
  try {
    const parsed: unknown = JSON.parse(text)
    return typeof parsed === 'object' && parsed !== null ? parsed : null
  } catch {
    return null
  }
}

const asText = (value: unknown): string => (typeof value === 'string' ? value : '')

/** The text in which keyword and mentions have to stand. */
export function contentOf(message: RobotMessage): string {
  if (message.msgtype === 'markdown') return asText(message.markdown?.text)
  if (message.msgtype === 'actionCard') return asText(message.actionCard?.text)
  return asText(message.text?.content)
}

/** What only a list and a push show, without which a message of its type is not complete. */
export const titleOf = (message: RobotMessage): string =>
  asText(message.msgtype === 'actionCard' ? message.actionCard?.title : message.markdown?.title)

const hasButton = ({ actionCard }: RobotMessage): boolean =>
  asText(actionCard?.singleTitle) !== '' && URL.canParse(asText(actionCard?.singleURL))

function messageFault(message: RobotMessage | null): DingtalkVerdict | null {
  if (message === null) return fail(40035, '缺少参数 json')
  const { msgtype } = message
  if (msgtype !== 'text' && msgtype !== 'markdown' && msgtype !== 'actionCard') {
    return fail(400105, 'unsupported msgtype')
  }
  const isWhole =
    contentOf(message) !== '' &&
    (msgtype === 'text' || titleOf(message) !== '') &&
    (msgtype !== 'actionCard' || hasButton(message))
  return isWhole ? null : fail(40035, '缺少参数 json')
}

/** The checks of the robot up to the rate limit, in its order; null when the message passes. */
export function refuseMessage(
  request: ReceivedRequest,
  options: DingtalkFakeOptions,
  state: DingtalkState,
  realNow: number,
): DingtalkVerdict | null {
  if (request.method !== 'POST') return fail(43002, 'requires POST request')
  const token = request.url.searchParams.get('access_token') ?? ''
  if (request.url.pathname !== '/robot/send' || token === '') {
    return fail(40035, '缺少参数 access_token')
  }
  if (options.token !== undefined && token !== options.token)
    return fail(300005, 'token is not exist')
  if (state.dissolved) return fail(400013, 'group is disbanded')
  if (state.stopped) return fail(400102, 'robot is stopped')
  const address = request.remoteAddress.replace(/^::ffff:/, '')
  if (options.allowedAddresses && !options.allowedAddresses.includes(address)) {
    return fail(310000, `ip ${address} not in whitelist, more: [https://ding-doc.dingtalk.com]`)
  }
  if (options.secret !== undefined) {
    const fault = signatureFault(request, options.secret, realNow + (state.clockSkewMs ?? 0))
    if (fault) return fault
  }
  if (!/^application\/json/.test(request.headers['content-type'] ?? '')) {
    return fail(43004, 'invalid content type')
  }
  const message = parseRobotMessage(request.text)
  const malformed = messageFault(message)
  if (malformed) return malformed
  if (options.keyword !== undefined && !contentOf(message ?? {}).includes(options.keyword)) {
    return fail(310000, 'keywords not in content, more: [https://ding-doc.dingtalk.com]')
  }
  return request.raw.length > largestBody
    ? fail(460101, 'message too long, exceed 20000 bytes')
    : null
}

const knownKeys = new Set(['msgtype', 'text', 'markdown', 'actionCard', 'at', 'msgUuid'])

/** What the robot would swallow silently although nobody gets what was meant. */
export function warningsFor(text: string): readonly string[] {
  const message = parseRobotMessage(text)
  if (message === null) return []
  const unknown = Object.keys(message).filter((key) => !knownKeys.has(key))
  const { atMobiles = [], atUserIds = [], atDingtalkIds = [] } = message.at ?? {}
  const called = [...atMobiles, ...atUserIds, ...atDingtalkIds]
  const missing = message.msgtype === 'text' ? [] : called
  return [
    ...unknown.map((key) => `unknown field ${key}`),
    ...missing
      .filter((who) => !contentOf(message).includes(`@${who}`))
      .map((who) => `@${who} does not stand in the text, so nobody is notified`),
    ...(typeof message.msgUuid === 'string' ? [] : ['msgUuid is missing']),
  ]
}
