import { Buffer } from 'node:buffer'
import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { ReceivedRequest } from './http-fake.ts'
import { createRateWindow } from './rate-window.ts'
import { at, isObject, parseObject, type RobotFake, startRobotFake, textAt } from './robot-fake.ts'

export interface OcpFakeOptions {
  readonly user: string
  readonly password: string
  readonly accessKey: string
  readonly secretKey: string
  /** Alarm items that exist; every name is one when absent. */
  readonly alarmTypes?: readonly string[]
  /** Requests in any minute before 429; 100 unless told. */
  readonly perMinute?: number
}

/** What can be changed while the cluster runs. */
export interface OcpState {
  /** How far its clock is ahead. */
  readonly clockAheadMs: number
}

/** A row of the list of alarms: the same target reported again is still one. */
export interface OcpRow {
  readonly alarmType: string
  readonly target: string
  readonly labels: unknown
  readonly reports: number
}

export interface OcpFake extends RobotFake<OcpState> {
  rows(): readonly OcpRow[]
}

const dateWindow = 15 * 60_000

const isSame = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))

/** Why a request signed with a key is refused; the lines are put together anew from what came. */
function keyFault(request: ReceivedRequest, options: OcpFakeOptions, now: number): string | null {
  const { headers, method, raw, path } = request
  const [, key, signature] =
    /^OCP-ACCESS-KEY-HMACSHA1 ([^:]+):(.+)$/.exec(headers.authorization ?? '') ?? []
  if (key !== options.accessKey || signature === undefined) return 'access key not found'
  const date = Date.parse(headers.date ?? '')
  if (Number.isNaN(date) || Math.abs(now - date) > dateWindow) return 'request date expired'
  const md5 = raw.length === 0 ? '' : createHash('md5').update(raw).digest('hex').toUpperCase()
  const own = Object.entries(headers)
    .filter(([name]) => name.startsWith('x-ocp-'))
    .sort()
    .map(([name, value]) => `${name}:${String(value)}`)
    .join('\n')
  const type = headers['content-type'] ?? ''
  const lines = [method, md5, type, headers.date, headers.host, own, path]
  const expected = createHmac('sha1', options.secretKey).update(lines.join('\n')).digest('base64')
  return isSame(signature, expected) ? null : 'signature does not match'
}

function signInFault(request: ReceivedRequest, options: OcpFakeOptions, now: number) {
  const authorization = request.headers.authorization ?? ''
  if (!authorization.startsWith('Basic ')) return keyFault(request, options, now)
  const pair = Buffer.from(authorization.slice(6), 'base64').toString('utf8')
  return pair === `${options.user}:${options.password}` ? null : 'bad credentials'
}

const textsOf = (value: unknown): string =>
  isObject(value) ? Object.values(value).map(textsOf).join('\n') : String(value)

/** The alarm API of a cluster: it checks like the real one and keeps a list of alarms. */
export async function startOcpFake(options: OcpFakeOptions): Promise<OcpFake> {
  const perMinute = options.perMinute ?? 100
  const rate = createRateWindow([{ count: perMinute, perMs: 60_000 }], 1_000)
  const rows = new Map<string, OcpRow>()

  function report(body: Readonly<Record<string, unknown>> | null): string | null {
    const alarmType = textAt(body, 'alarmType')
    const target = textAt(body, 'target')
    if (alarmType === '' || target === '') return 'alarmType and target are required'
    if (options.alarmTypes && !options.alarmTypes.includes(alarmType)) {
      return `alarm type ${alarmType} does not exist`
    }
    if (!/^[^=:]+=[^=:]+(:[^=:]+=[^=:]+)*$/.test(target)) return 'target is malformed'
    const key = `${alarmType} ${target}`
    const reports = (rows.get(key)?.reports ?? 0) + 1
    rows.set(key, { alarmType, target, labels: at(body, 'labels'), reports })
    return null
  }

  const fake = await startRobotFake<OcpState>((request, state, now) => {
    const answer = (status: number, error: string | null, data: unknown = null) => ({
      status,
      body: JSON.stringify({
        successful: error === null,
        status,
        ...(error === null ? { data } : { error: { code: status * 10, message: error } }),
        timestamp: now,
        duration: 1,
        traceId: 'f3b1c2d4e5a60718',
        server: '10.0.0.8',
      }),
      accepted: error === null && request.method === 'POST',
      text: textsOf(parseObject(request.text)),
      warnings: [],
    })
    const fault = signInFault(request, options, now + (state.clockAheadMs ?? 0))
    if (fault !== null) return answer(401, fault)
    if (rate(now) === 'over') {
      const headers = {
        'ratelimit-limit': String(perMinute),
        'ratelimit-remaining': '0',
        'ratelimit-reset': '30',
      }
      return { ...answer(429, 'too many requests'), headers }
    }
    if (request.url.pathname !== '/api/v2/alarm/alarms') return answer(404, 'not found')
    if (request.method === 'GET') return answer(200, null, { contents: [...rows.values()] })
    const refused = report(parseObject(request.text))
    return answer(refused === null ? 200 : 400, refused)
  })
  return { ...fake, rows: () => [...rows.values()] }
}
