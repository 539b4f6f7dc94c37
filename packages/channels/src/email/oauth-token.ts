import { z } from 'zod'
import {
  accessToken,
  forgetToken,
  type TokenAnswer,
  tokenTimeout,
  usableUntil,
} from '../access-token.ts'
import type { ChannelIo } from '../io.ts'
import { type Found, memoryKey } from '../memory.ts'
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

const keyOf = ({ tokenUrl, clientId, clientSecret, scope }: TokenRequest): string =>
  memoryKey('mail token', tokenUrl, clientId, clientSecret, scope)

async function ask(
  { tokenUrl, clientId, clientSecret, scope, proxy }: TokenRequest,
  io: ChannelIo,
  describe: DescribeAttempt,
): Promise<Found> {
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
    timeout: tokenTimeout,
  })
  // Without a token no message has left, however far the question for it had come.
  if (answer.kind === 'failed') {
    return { refused: outcomeOfFailure({ ...answer, left: false }, describe) }
  }
  const given = answer.status < 300 ? readJson(answer.text, tokenAnswer) : null
  if (given !== null) {
    return { text: given.access_token, until: usableUntil(io.now(), given.expires_in) }
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

/** The access token of a mailbox. */
export const mailToken = (
  request: TokenRequest,
  io: ChannelIo,
  describe: DescribeAttempt,
): Promise<TokenAnswer> => accessToken(keyOf(request), io, () => ask(request, io, describe))

/** Forgets a token that the mail server no longer takes. */
export const forgetMailToken = (
  request: TokenRequest,
  refused: string,
  io: Pick<ChannelIo, 'memory'>,
): Promise<void> => forgetToken(keyOf(request), refused, io)
