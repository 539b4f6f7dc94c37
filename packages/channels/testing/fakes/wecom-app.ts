import { Buffer } from 'node:buffer'
import type { ReceivedRequest } from './http-fake.ts'
import {
  at,
  type Judgement,
  parseObject,
  type RobotFake,
  startRobotFake,
  textAt,
} from './robot-fake.ts'

export interface WecomAppFakeOptions {
  readonly corpId: string
  readonly corpSecret: string
  readonly agentId: number
  /** Members that exist; every name is one when absent. */
  readonly members?: readonly string[]
  /** Source addresses that may send; all when absent. */
  readonly trustedAddresses?: readonly string[]
  /** Messages a minute for each member, beyond which they are dropped in silence; 30 unless told. */
  readonly perMemberAndMinute?: number
}

/** What can be changed while the application runs. */
export interface WecomAppState {
  /** Refuses every token that was given before, with this code. */
  readonly refusesTokensWith: 40014 | 42001
  /** Refuses fresh tokens as well. */
  readonly refusesAll: boolean
}

export interface WecomAppFake extends RobotFake<WecomAppState> {
  /** How often a token was asked for. */
  tokenRequests(): number
}

interface Verdict extends Readonly<Record<string, unknown>> {
  readonly errcode: number
  readonly errmsg: string
}

const hint =
  'hint: [1767323045123456789], from ip: 203.0.113.7, more info at https://open.work.weixin.qq.com'
const fail = (errcode: number, errmsg: string): Verdict => ({
  errcode,
  errmsg: `${errmsg}, ${hint}`,
})

const lifetime = 7_200

const readableOf = (body: unknown): string => {
  const msgtype = textAt(body, 'msgtype')
  return msgtype === 'textcard'
    ? ['title', 'description', 'url'].map((key) => textAt(body, msgtype, key)).join('\n')
    : textAt(body, msgtype, 'content')
}

const listed = (body: unknown, key: string): string[] =>
  textAt(body, key)
    .split('|')
    .filter((id) => id !== '')

/** An application that checks like the real one, cuts and drops in silence, and keeps a journal. */
export async function startWecomAppFake(options: WecomAppFakeOptions): Promise<WecomAppFake> {
  let issued: { readonly token: string; readonly until: number } | null = null
  let count = 0
  /** Tokens that were given since the old ones have been refused. */
  const renewed = new Set<string>()
  const heard = new Map<string, number[]>()
  const shown = new Map<string, number>()

  function giveToken(request: ReceivedRequest, now: number): Verdict {
    count += 1
    const { searchParams } = request.url
    if (searchParams.get('corpid') !== options.corpId) return fail(40013, 'invalid corpid')
    if (searchParams.get('corpsecret') !== options.corpSecret) {
      return fail(40001, 'invalid credential')
    }
    if (issued === null || issued.until <= now) {
      issued = { token: `tok-${count}-${'t'.repeat(40)}`, until: now + lifetime * 1_000 }
    }
    return { errcode: 0, errmsg: 'ok', access_token: issued.token, expires_in: lifetime }
  }

  function tokenFault(token: string, state: Partial<WecomAppState>, now: number): Verdict | null {
    if (token === '') return fail(41001, 'access_token missing')
    const code = state.refusesTokensWith
    if (code !== undefined) {
      const isOld = state.refusesAll || !renewed.has(token)
      if (issued?.token === token && isOld) issued = null
      if (isOld) return fail(code, code === 42001 ? 'access_token expired' : 'invalid access_token')
    }
    return issued?.token === token && issued.until > now
      ? null
      : fail(40014, 'invalid access_token')
  }

  const isMember = (name: string) => name === '@all' || (options.members?.includes(name) ?? true)

  function hear(name: string, now: number): boolean {
    const recent = (heard.get(name) ?? []).filter((time) => now - time < 60_000)
    const hasRoom = recent.length < (options.perMemberAndMinute ?? 30)
    heard.set(name, hasRoom ? [...recent, now] : recent)
    return hasRoom
  }

  function send(
    request: ReceivedRequest,
    state: Partial<WecomAppState>,
    now: number,
  ): { readonly verdict: Verdict; readonly seen: boolean; readonly warnings: readonly string[] } {
    const refuse = (verdict: Verdict) => ({ verdict, seen: false, warnings: [] })
    const address = request.remoteAddress.replace(/^::ffff:/, '')
    const fault = tokenFault(request.url.searchParams.get('access_token') ?? '', state, now)
    if (fault !== null) return refuse(fault)
    if (options.trustedAddresses && !options.trustedAddresses.includes(address)) {
      return refuse(fail(60020, 'not allow to access from your ip'))
    }
    const body = parseObject(request.text)
    if (at(body, 'agentid') !== options.agentId) return refuse(fail(301002, 'no allow'))
    const content = readableOf(body)
    if (!['text', 'markdown', 'textcard'].includes(textAt(body, 'msgtype'))) {
      return refuse(fail(40008, 'invalid message type'))
    }
    if (content === '') return refuse(fail(44004, 'content size is zero'))
    const members = listed(body, 'touser')
    const valid = members.filter(isMember)
    const groups = [...listed(body, 'toparty'), ...listed(body, 'totag')]
    if (valid.length + groups.length === 0) {
      return refuse(fail(81013, 'user & party & tag all invalid'))
    }
    const invalid = members.filter((name) => !isMember(name)).map((name) => name.toLowerCase())
    const verdict = {
      errcode: 0,
      errmsg: 'ok',
      ...(invalid.length === 0 ? {} : { invaliduser: invalid.join('|') }),
      msgid: `m${count}-${now}`,
    }
    const repeatedUntil = shown.get(request.text) ?? 0
    if (at(body, 'enable_duplicate_check') === 1 && repeatedUntil > now) {
      return { verdict, seen: false, warnings: ['repeated within the duplicate check'] }
    }
    shown.set(request.text, now + Number(at(body, 'duplicate_check_interval') ?? 1_800) * 1_000)
    const dropped = valid.filter((name) => !hear(name, now))
    const limit = textAt(body, 'msgtype') === 'textcard' ? 2_800 : 2_048
    return {
      verdict,
      seen: dropped.length < valid.length || groups.length > 0,
      warnings: [
        ...dropped.map((name) => `dropped for ${name}`),
        ...(Buffer.byteLength(content) > limit ? ['cut off in silence'] : []),
      ],
    }
  }

  const fake = await startRobotFake<WecomAppState>((request, state, now): Judgement => {
    const answer = (verdict: Verdict) => ({ status: 200, body: JSON.stringify(verdict) })
    if (request.url.pathname === '/cgi-bin/gettoken') {
      const verdict = giveToken(request, now)
      if (state.refusesTokensWith !== undefined) renewed.add(issued?.token ?? '')
      return { ...answer(verdict), accepted: false, text: '', warnings: [] }
    }
    const { verdict, seen, warnings } = send(request, state, now)
    const text = readableOf(parseObject(request.text))
    return { ...answer(verdict), accepted: seen, text, warnings }
  })
  return { ...fake, tokenRequests: () => count }
}
