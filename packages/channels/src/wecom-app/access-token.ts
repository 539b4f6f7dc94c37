import { type Instant, minus, minutes, plus, seconds } from '@highwater/core'
import type { SendOutcome } from '@highwater/core/delivery'
import { z } from 'zod'
import type { ChannelIo, HttpAnswer } from '../io.ts'
import { type Found, memoryKey, type Remembered } from '../memory.ts'
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

/** So that not every message asks the memory that all workers share. */
const held = new Map<string, Remembered>()
const asked = new Map<string, Promise<Found>>()

const keyOf = ({ origin, corpId, corpSecret }: Application): string =>
  memoryKey('wecom-app token', origin, corpId, corpSecret)

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
  io: ChannelIo,
  describe: DescribeAttempt,
): Promise<Found> {
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
  return { text: given.access_token, until }
}

/** Whoever needs the token meanwhile waits for the same answer, in this process and in others. */
function askOnce(
  application: Application,
  key: string,
  io: ChannelIo,
  describe: DescribeAttempt,
): Promise<Found> {
  const find = () => ask(application, io, describe)
  const question = io.memory === undefined ? find() : io.memory.recallOrFind(key, find)
  const answered = question.finally(() => asked.delete(key))
  asked.set(key, answered)
  return answered
}

/** The token of an application, asked for once however many messages and workers wait for it. */
export async function accessToken(
  application: Application,
  io: ChannelIo,
  describe: DescribeAttempt,
): Promise<TokenAnswer> {
  const key = keyOf(application)
  const known = held.get(key)
  if (known !== undefined && known.until > io.now()) return { token: known.text }
  const underWay = asked.get(key)
  const found = await (underWay ?? askOnce(application, key, io, describe))
  if ('refused' in found) return found
  held.set(key, found)
  return { token: found.text }
}

/** Forgets a token that was refused, unless another message has replaced it meanwhile. */
export async function forgetToken(
  application: Application,
  refused: string,
  { memory }: Pick<ChannelIo, 'memory'>,
): Promise<void> {
  const key = keyOf(application)
  if (held.get(key)?.text === refused) held.delete(key)
  await memory?.forget(key, refused)
}
