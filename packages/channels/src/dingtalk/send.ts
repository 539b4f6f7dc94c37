import type { Instant } from '@highwater/core'
import type { SendOutcome } from '@highwater/core/delivery'
import { z } from 'zod'
import { defineSender } from '../define-sender.ts'
import type { HttpAnswer } from '../io.ts'
import { type DescribeAttempt, detailWithout } from '../outcome/attempt-detail.ts'
import { outcomeOfFailure } from '../outcome/of-failure.ts'
import { outcomeOfStatus } from '../outcome/of-status.ts'
import { outcomeOfVerdict } from '../outcome/of-verdict.ts'
import { readJson } from '../outcome/parse-json.ts'
import { stringsIn } from '../redaction/redact.ts'
import { proxySecrets } from '../settings/proxy-address.ts'
import { verdictOf } from './codes.ts'
import { dingtalk } from './kind.ts'
import { signDingtalk } from './sign.ts'
import { endpointOf } from './webhook-address.ts'

const robotAnswer = z.looseObject({ errcode: z.number(), errmsg: z.string().catch('') })

function outcomeOf(
  answer: HttpAnswer,
  shortened: boolean,
  now: Instant,
  describe: DescribeAttempt,
): SendOutcome {
  const robot = readJson(answer.text, robotAnswer)
  if (robot === null || answer.status < 200 || answer.status >= 300) {
    return outcomeOfStatus(answer, now, describe)
  }
  const said = { answer, code: robot.errcode, text: robot.errmsg }
  return outcomeOfVerdict(verdictOf(said.code, said.text), said, shortened, now, describe)
}

export const dingtalkSender = defineSender(dingtalk, {
  async send(payload, { config, secrets }, io) {
    const endpoint = endpointOf(secrets.webhook, config.baseUrl)
    if ('fault' in endpoint) {
      const detail = detailWithout([])('invalid-settings', { providerMessage: endpoint.fault })
      return { kind: 'rejected', fault: 'settings', detail }
    }
    const url = new URL(endpoint.url)
    const hidden = [
      ...stringsIn(secrets),
      ...proxySecrets(config.proxy),
      url.searchParams.get('access_token') ?? '',
    ]
    if (secrets.signingSecret !== undefined) {
      // Made anew for every attempt: the robot accepts a timestamp for one hour only.
      const now = io.now()
      const sign = signDingtalk(secrets.signingSecret, now)
      url.searchParams.set('timestamp', String(now))
      url.searchParams.set('sign', sign)
      hidden.push(sign)
    }
    const describe = detailWithout(hidden)
    const result = await io.http.request({
      method: 'POST',
      url: url.href,
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify({ ...payload.message, msgUuid: io.deliveryId }),
      proxy: config.proxy,
      signal: io.signal,
    })
    return result.kind === 'failed'
      ? outcomeOfFailure(result, describe)
      : outcomeOf(result, payload.shortened, io.now(), describe)
  },
})
