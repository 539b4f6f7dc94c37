import { createHash } from 'node:crypto'
import { type Instant, minus, minutes, plus, seconds } from '@highwater/core'
import type { SendOutcome } from '@highwater/core/delivery'
import { z } from 'zod'
import type { ChannelIo } from '../io.ts'
import type { DescribeAttempt } from '../outcome/attempt-detail.ts'
import { outcomeOfFailure } from '../outcome/of-failure.ts'
import { outcomeOfStatus } from '../outcome/of-status.ts'
import { readJson } from '../outcome/parse-json.ts'
import type { EmailConfig, EmailSecrets } from './config.ts'

/** What a token is asked for with: the client credentials of RFC 6749, section 4.4. */
export interface TokenRequest {
  readonly tokenUrl: string
  readonly clientId: string
  readonly scope: string | undefined
  readonly clientSecret: string
  readonly proxy: string | undefined
}

/** Null for every other way of signing in. */
export function tokenRequestOf(config: EmailConfig, secrets: EmailSecrets): TokenRequest | null {
  if (config.authMethod !== 'xoauth2' || config.oauth === undefined) return null
  const { tokenUrl, clientId, scope } = config.oauth
  return {
    tokenUrl,
    clientId,
    scope,
    clientSecret: secrets.clientSecret ?? '',
    proxy: config.proxy,
  }
}

const tokenAnswer = z.looseObject({
  access_token: z.string().min(1).max(20_000),
  expires_in: z.coerce.number().positive().max(86_400).catch(3_600),
})

/** A token is given up before its end, so that none expires between a check and its use. */
const spare = minutes(5)

const held = new Map<string, { readonly token: string; readonly until: Instant }>()

const keyOf = (request: TokenRequest): string =>
  createHash('sha256').update(JSON.stringify(request)).digest('hex')

/** Forgets a token that the mail server no longer takes. */
export function forgetToken(request: TokenRequest): void {
  held.delete(keyOf(request))
}

/** The access token of a mailbox, from memory while it is valid. */
export async function mailToken(
  request: TokenRequest,
  io: ChannelIo,
  describe: DescribeAttempt,
): Promise<{ readonly token: string } | { readonly refused: SendOutcome }> {
  const key = keyOf(request)
  const known = held.get(key)
  if (known !== undefined && known.until > io.now()) return { token: known.token }
  const { tokenUrl, clientId, clientSecret, scope, proxy } = request
  const form = new URLSearchParams({ grant_type: 'client_credentials', client_id: clientId })
  form.set('client_secret', clientSecret)
  if (scope !== undefined) form.set('scope', scope)
  const answer = await io.http.request({
    method: 'POST',
    url: tokenUrl,
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
    body: form.toString(),
    proxy,
    signal: io.signal,
  })
  // Without a token no message has left, however far the question for it had come.
  if (answer.kind === 'failed') {
    return { refused: outcomeOfFailure({ ...answer, left: false }, describe) }
  }
  const given = answer.status < 300 ? readJson(answer.text, tokenAnswer) : null
  if (given !== null) {
    const until = minus(plus(io.now(), seconds(given.expires_in)), spare)
    held.set(key, { token: given.access_token, until })
    return { token: given.access_token }
  }
  const found = { httpStatus: answer.status, providerMessage: answer.text }
  if (answer.status === 400 || answer.status === 401) {
    const detail = describe('mail-token-refused', found)
    return { refused: { kind: 'rejected', fault: 'credentials', detail } }
  }
  return answer.status < 300
    ? { refused: { kind: 'transient', detail: describe('mail-token-unavailable', found) } }
    : { refused: outcomeOfStatus(answer, io.now(), describe) }
}
