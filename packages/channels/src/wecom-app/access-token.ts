import type { Instant } from '@highwater/core'
import type { SendOutcome } from '@highwater/core/delivery'
import { z } from 'zod'
import {
  accessToken,
  forgetToken,
  type TokenAnswer,
  tokenTimeout,
  usableUntil,
} from '../access-token.ts'
import type { ChannelIo, HttpAnswer } from '../io.ts'
import { type Found, memoryKey } from '../memory.ts'
import type { DescribeAttempt } from '../outcome/attempt-detail.ts'
import { readErrcode } from '../outcome/of-errcode.ts'
import { outcomeOfFailure } from '../outcome/of-failure.ts'
import { outcomeOfStatus } from '../outcome/of-status.ts'
import { outcomeOfVerdict } from '../outcome/of-verdict.ts'
import { readJson } from '../outcome/parse-json.ts'
import { tokenVerdictOf } from './codes.ts'

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
    timeout: tokenTimeout,
  })
  // Without a token no message has left, however far the question for it had come.
  if (result.kind === 'failed') {
    return { refused: outcomeOfFailure({ ...result, left: false }, describe) }
  }
  const now = io.now()
  const given = result.status < 300 ? readJson(result.text, tokenAnswer) : null
  if (given === null) return { refused: refusalOf(result, now, describe) }
  return { text: given.access_token, until: usableUntil(now, given.expires_in) }
}

/** The token of an application. */
export const applicationToken = (
  application: Application,
  io: ChannelIo,
  describe: DescribeAttempt,
): Promise<TokenAnswer> => accessToken(keyOf(application), io, () => ask(application, io, describe))

export const forgetApplicationToken = (
  application: Application,
  refused: string,
  io: Pick<ChannelIo, 'memory'>,
): Promise<void> => forgetToken(keyOf(application), refused, io)
