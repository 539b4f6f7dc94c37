import { createHash } from 'node:crypto'
import { type Instant, minus, minutes, plus, seconds } from '@highwater/core'
import type { SendOutcome } from '@highwater/core/delivery'
import { z } from 'zod'
import type { ChannelIo, HttpAnswer } from '../io.ts'
import type { DescribeAttempt } from '../outcome/attempt-detail.ts'
import { readErrcode } from '../outcome/of-errcode.ts'
import { outcomeOfFailure } from '../outcome/of-failure.ts'
import { outcomeOfStatus } from '../outcome/of-status.ts'
import { outcomeOfVerdict } from '../outcome/of-verdict.ts'
import { readJson } from '../outcome/parse-json.ts'
import { tokenVerdictOf } from './codes.ts'

export type TokenAnswer = { readonly token: string } | { readonly refused: SendOutcome }

/** What a token is asked for with. */
export interface Application {
  readonly origin: string
  readonly corpId: string
  readonly corpSecret: string
  readonly proxy: string | undefined
}

const tokenAnswer = z.looseObject({
  errcode: z.literal(0),
  access_token: z.string().min(1).max(512),
  expires_in: z.number().positive().max(86_400),
})

/** A token is given up before its end, so that none expires between a check and its use. */
const spare = minutes(5)

interface Held {
  readonly token: string
  readonly until: Instant
}

/** Tokens live in this process only; the vendor gives every process the same one while it is valid. */
const held = new Map<string, Held>()
const asked = new Map<string, Promise<TokenAnswer>>()

const keyOf = ({ origin, corpId, corpSecret }: Application): string =>
  createHash('sha256')
    .update(JSON.stringify([origin, corpId, corpSecret]))
    .digest('hex')

function refusalOf(answer: HttpAnswer, now: Instant, describe: DescribeAttempt): SendOutcome {
  const said = readErrcode(answer)
  if (said !== null && said.errcode !== 0) {
    const verdict = tokenVerdictOf(said.errcode, said.errmsg)
    const words = { answer, code: said.errcode, text: said.errmsg }
    return outcomeOfVerdict(verdict, words, false, now, describe)
  }
  if (answer.status >= 300) return outcomeOfStatus(answer, now, describe)
  const found = { httpStatus: answer.status, providerMessage: answer.text }
  return { kind: 'transient', detail: describe('token-unavailable', found) }
}

async function ask(
  application: Application,
  key: string,
  io: ChannelIo,
  describe: DescribeAttempt,
): Promise<TokenAnswer> {
  const { origin, corpId, corpSecret, proxy } = application
  const query = new URLSearchParams({ corpid: corpId, corpsecret: corpSecret })
  const result = await io.http.request({
    method: 'GET',
    url: `${origin}/cgi-bin/gettoken?${query}`,
    headers: {},
    body: null,
    proxy,
    signal: io.signal,
  })
  // Without a token no message has left, however far the question for it had come.
  if (result.kind === 'failed') {
    return { refused: outcomeOfFailure({ ...result, left: false }, describe) }
  }
  const now = io.now()
  const given = result.status < 300 ? readJson(result.text, tokenAnswer) : null
  if (given === null) return { refused: refusalOf(result, now, describe) }
  const until = minus(plus(now, seconds(given.expires_in)), spare)
  held.set(key, { token: given.access_token, until })
  return { token: given.access_token }
}

/** The token of an application, asked for once however many messages wait for it. */
export async function accessToken(
  application: Application,
  io: ChannelIo,
  describe: DescribeAttempt,
): Promise<TokenAnswer> {
  const key = keyOf(application)
  const known = held.get(key)
  if (known !== undefined && known.until > io.now()) return { token: known.token }
  const underWay = asked.get(key)
  if (underWay !== undefined) return underWay
  const question = ask(application, key, io, describe).finally(() => asked.delete(key))
  asked.set(key, question)
  return question
}

/** Forgets a token that was refused, unless another message has replaced it meanwhile. */
export function forgetToken(application: Application, refused: string): void {
  const key = keyOf(application)
  if (held.get(key)?.token === refused) held.delete(key)
}
