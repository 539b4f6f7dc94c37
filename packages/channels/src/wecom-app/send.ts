import type { SendOutcome } from '@highwater/core/delivery'
import { z } from 'zod'
import { defineSender } from '../define-sender.ts'
import type { HttpAnswer, NetworkFailure } from '../io.ts'
import { type DescribeAttempt, detailWithout } from '../outcome/attempt-detail.ts'
import { outcomeOfErrcode, readErrcode } from '../outcome/of-errcode.ts'
import { outcomeOfFailure } from '../outcome/of-failure.ts'
import { readJson } from '../outcome/parse-json.ts'
import { withoutOurAddress } from '../outcome/without-our-address.ts'
import { stringsIn } from '../redaction/redact.ts'
import { proxySecrets } from '../settings/proxy-address.ts'
import { type Application, applicationToken, forgetApplicationToken } from './access-token.ts'
import { isTokenCode, sendVerdictOf } from './codes.ts'
import type { WecomAppConfig } from './config.ts'
import { wecomApp } from './kind.ts'
import type { WecomAppMessage } from './render.ts'

const vendor = 'https://qyapi.weixin.qq.com'

const recipients = z.string().transform((text) => text.split('|').filter((id) => id !== ''))

/** Who did not get a message that was accepted, each list in its own field. */
const refusedAnswer = z.looseObject({
  invaliduser: recipients.catch([]),
  invalidparty: recipients.catch([]),
  invalidtag: recipients.catch([]),
  unlicenseduser: recipients.catch([]),
})

function refusedBy(answer: HttpAnswer): readonly string[] {
  const said = readJson(answer.text, refusedAnswer)
  if (said === null) return []
  return [
    ...said.invaliduser,
    ...said.unlicenseduser,
    ...said.invalidparty.map((id) => `party ${id}`),
    ...said.invalidtag.map((id) => `tag ${id}`),
  ]
}

/**
 * Repeats within this time, the longest that can be asked for, are recognised by their content: a
 * retry renders the same bytes.
 */
const duplicateSeconds = 14_400

const bodyOf = (message: WecomAppMessage, config: WecomAppConfig) => ({
  ...(config.toUser.length === 0 ? {} : { touser: config.toUser.join('|') }),
  ...(config.toParty.length === 0 ? {} : { toparty: config.toParty.join('|') }),
  ...(config.toTag.length === 0 ? {} : { totag: config.toTag.join('|') }),
  agentid: config.agentId,
  ...message,
  ...(message.msgtype === 'text' ? { safe: 0 } : {}),
  enable_duplicate_check: 1,
  duplicate_check_interval: duplicateSeconds,
})

/** Whether an answer says that the token is no longer good. */
const hasLostToken = (answer: HttpAnswer | NetworkFailure): boolean =>
  answer.kind === 'answer' && isTokenCode(readErrcode(answer)?.errcode ?? 0)

const describeWithout = (secrets: readonly string[]): DescribeAttempt =>
  withoutOurAddress(detailWithout(secrets))

export const wecomAppSender = defineSender(wecomApp, {
  async send(payload, { config, secrets }, io): Promise<SendOutcome> {
    const origin = config.baseUrl ?? vendor
    const { corpId, proxy } = config
    const application: Application = { origin, corpId, corpSecret: secrets.corpSecret, proxy }
    const hidden = [...stringsIn(secrets), ...proxySecrets(proxy)]
    const body = JSON.stringify(bodyOf(payload.message, config))

    const post = (token: string) =>
      io.http.request({
        method: 'POST',
        url: `${origin}/cgi-bin/message/send?access_token=${encodeURIComponent(token)}`,
        headers: { 'content-type': 'application/json; charset=utf-8' },
        body,
        proxy,
        signal: io.signal,
      })

    const read = (result: HttpAnswer | NetworkFailure, describe: DescribeAttempt): SendOutcome => {
      if (result.kind === 'failed') return outcomeOfFailure(result, describe)
      const told = outcomeOfErrcode(result, sendVerdictOf, payload.shortened, io.now(), describe)
      const refused = told.kind === 'delivered' ? refusedBy(result) : []
      if (refused.length === 0) return told
      const detail = { ...told.detail, reason: 'some-recipients-refused' }
      return { kind: 'partial', refused, detail }
    }

    const first = await applicationToken(application, io, describeWithout(hidden))
    if ('refused' in first) return first.refused
    const result = await post(first.token)
    if (!hasLostToken(result)) return read(result, describeWithout([...hidden, first.token]))
    await forgetApplicationToken(application, first.token, io)
    const second = await applicationToken(application, io, describeWithout(hidden))
    if ('refused' in second) return second.refused
    const again = await post(second.token)
    return read(again, describeWithout([...hidden, first.token, second.token]))
  },
})
