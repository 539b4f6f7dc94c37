import { Buffer } from 'node:buffer'
import { createHash, createHmac } from 'node:crypto'
import { type Instant, toIso } from '@highwater/core'
import type { ClusterConfig, ClusterSecrets } from '../cluster/settings.ts'

export interface SignedRequest {
  readonly method: 'GET' | 'POST'
  /** `host:port`, the port left out where it is the ordinary one. */
  readonly host: string
  readonly pathAndQuery: string
  /** Null: the request has no body. */
  readonly body: string | null
}

export const contentType = 'application/json'
const origin = 'highwater'

const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')

/** `Fri, 02 Jan 2026 03:04:05 GMT`, the time of RFC 1123; 1970 began on a Thursday. */
export function httpDate(at: Instant): string {
  const [date = '', time = ''] = toIso(at).split('T')
  const [year = '', month = '', day = ''] = date.split('-')
  const weekday = days[(Math.floor(at / 86_400_000) + 4) % 7]
  return `${weekday}, ${day} ${months[Number(month) - 1]} ${year} ${time.slice(0, 8)} GMT`
}

/** Seven lines: method, MD5 of the body, its type, date, host, OCP's own headers, path and query. */
export function signatureOf(request: SignedRequest, date: string, secretKey: string): string {
  const { method, host, pathAndQuery, body } = request
  const md5 = body === null ? '' : createHash('md5').update(body).digest('hex').toUpperCase()
  const lines = [method, md5, contentType, date, host, `x-ocp-origin:${origin}`, pathAndQuery]
  return createHmac('sha1', secretKey).update(lines.join('\n')).digest('base64')
}

/** How a request says who sends it. */
export function signInHeaders(
  config: ClusterConfig,
  secrets: ClusterSecrets,
  request: SignedRequest,
  now: Instant,
): Record<string, string> {
  if (config.signIn === 'password') {
    const pair = `${config.user ?? ''}:${secrets.password ?? ''}`
    return { authorization: `Basic ${Buffer.from(pair).toString('base64')}` }
  }
  const date = httpDate(now)
  const signature = signatureOf(request, date, secrets.secretKey ?? '')
  return {
    authorization: `OCP-ACCESS-KEY-HMACSHA1 ${config.accessKey ?? ''}:${signature}`,
    date,
    'x-ocp-origin': origin,
  }
}
