import { Buffer } from 'node:buffer'
import type { ReceivedRequest } from './http-fake.ts'
import { createRateWindow } from './rate-window.ts'
import { at, parseObject, type RobotFake, startRobotFake, textAt } from './robot-fake.ts'

export interface WecomRobotFakeOptions {
  /** The robot's key; any key is known when absent. */
  readonly key?: string
  /** Messages in any 60 seconds before 60 seconds of refusals; 20 unless told. */
  readonly limitPerMinute?: number
}

export type WecomRobotFake = RobotFake

interface Verdict {
  readonly errcode: number
  readonly errmsg: string
}

const hint =
  'hint: [1767323045123456789], from ip: 203.0.113.7, more info at https://open.work.weixin.qq.com'
const fail = (errcode: number, errmsg: string): Verdict => ({
  errcode,
  errmsg: `${errmsg}, ${hint}`,
})

const largest: Readonly<Record<string, number>> = {
  text: 2_048,
  markdown: 4_096,
  markdown_v2: 4_096,
}

function contentVerdict(body: Readonly<Record<string, unknown>> | null): Verdict | null {
  const msgtype = textAt(body, 'msgtype')
  const limit = largest[msgtype]
  if (limit === undefined) return fail(40008, 'invalid message type')
  const content = textAt(body, msgtype, 'content')
  if (content === '') return fail(44004, 'content size is zero')
  return Buffer.byteLength(content) > limit
    ? fail(40058, `${msgtype}.content exceed max length ${limit}. invalid Request Parameter`)
    : null
}

/** What the robot would swallow silently although nobody gets what was meant. */
function warningsFor(body: Readonly<Record<string, unknown>> | null): readonly string[] {
  const msgtype = textAt(body, 'msgtype')
  const content = textAt(body, msgtype, 'content')
  const hasLists = ['mentioned_list', 'mentioned_mobile_list'].some(
    (list) => at(body, msgtype, list) !== undefined,
  )
  const isSecondMarkdown = msgtype === 'markdown_v2'
  return [
    ...Object.keys(body ?? {})
      .filter((key) => key !== 'msgtype' && key !== msgtype)
      .map((key) => `unknown field ${key}`),
    ...(hasLists && msgtype !== 'text' ? [`${msgtype} has no lists of people to mention`] : []),
    ...(isSecondMarkdown && /<@/.test(content) ? ['markdown_v2 knows no mentions'] : []),
    ...(isSecondMarkdown && /<font/.test(content) ? ['markdown_v2 knows no colours'] : []),
  ]
}

/** A robot that checks like the real one and keeps a journal. */
export function startWecomRobotFake(options: WecomRobotFakeOptions = {}): Promise<WecomRobotFake> {
  const rate = createRateWindow([{ count: options.limitPerMinute ?? 20, perMs: 60_000 }], 60_000)

  function refuse(request: ReceivedRequest, now: number): Verdict | null {
    const key = request.url.searchParams.get('key') ?? ''
    const isKnown = options.key === undefined ? key !== '' : key === options.key
    if (request.method !== 'POST' || request.url.pathname !== '/cgi-bin/webhook/send' || !isKnown) {
      return fail(93000, 'invalid webhook url')
    }
    if (/\\u[0-9a-f]{4}/i.test(request.text)) return fail(40033, 'invalid charset')
    const verdict = contentVerdict(parseObject(request.text))
    if (verdict !== null) return verdict
    return rate(now) === 'room' ? null : fail(45009, 'api freq out of limit')
  }

  return startRobotFake((request, _state, now) => {
    const body = parseObject(request.text)
    const refusal = refuse(request, now)
    return {
      status: 200,
      body: JSON.stringify(refusal ?? { errcode: 0, errmsg: 'ok' }),
      accepted: refusal === null,
      text: textAt(body, textAt(body, 'msgtype'), 'content'),
      warnings: warningsFor(body),
    }
  })
}
