import type { Instant } from '@highwater/core'
import type { SendOutcome } from '@highwater/core/delivery'
import { z } from 'zod'
import { defineSender } from '../define-sender.ts'
import type { HttpAnswer } from '../io.ts'
import { type DescribeAttempt, detailWithout } from '../outcome/attempt-detail.ts'
import { isUnlisted } from '../outcome/code-table.ts'
import { outcomeOfFailure } from '../outcome/of-failure.ts'
import { outcomeOfStatus } from '../outcome/of-status.ts'
import { outcomeOfVerdict } from '../outcome/of-verdict.ts'
import { readJson } from '../outcome/parse-json.ts'
import { readRetryAfter } from '../outcome/retry-after.ts'
import { stringsIn } from '../redaction/redact.ts'
import { proxySecrets } from '../settings/proxy-address.ts'
import { paused, verdictOf } from './codes.ts'
import { feishu } from './kind.ts'
import { signFeishu } from './sign.ts'
import { endpointOf, hookIdOf } from './webhook-address.ts'

/** Failures have no `StatusCode`, so it counts only where there is no `code` at all. */
const robotAnswer = z
  .looseObject({
    code: z.number().optional(),
    StatusCode: z.number().optional(),
    msg: z.string().catch(''),
  })
  .transform(({ code, StatusCode, msg }) => ({ code: code ?? StatusCode, text: msg }))
  .pipe(z.object({ code: z.number(), text: z.string() }))

function outcomeOf(
  answer: HttpAnswer,
  shortened: boolean,
  now: Instant,
  describe: DescribeAttempt,
): SendOutcome {
  const robot = readJson(answer.text, robotAnswer)
  const isAccepted = answer.status >= 200 && answer.status < 300
  // Refusals come with status 200 and 400 alike: a readable code decides, but never against a 5xx.
  if (robot === null || answer.status >= 500 || (robot.code === 0 && !isAccepted)) {
    return outcomeOfStatus(answer, now, describe)
  }
  const retryAt = readRetryAfter(answer.headers['x-ogw-ratelimit-reset'], now)
  const said = { answer, ...robot, retryAt }
  const verdict = answer.status === 429 ? paused : verdictOf(robot.code, robot.text)
  // A gateway's own refusal, with a code that is none of the robot's.
  if (isUnlisted(verdict) && [401, 403, 404].includes(answer.status)) {
    return outcomeOfStatus(answer, now, describe)
  }
  return outcomeOfVerdict(verdict, said, shortened, now, describe)
}

export const feishuSender = defineSender(feishu, {
  async send(payload, { config, secrets }, io) {
    const endpoint = endpointOf(secrets.webhook, config.baseUrl)
    if ('fault' in endpoint) {
      const detail = detailWithout([])('invalid-settings', { providerMessage: endpoint.fault })
      return { kind: 'rejected', fault: 'settings', detail }
    }
    // Made anew for every attempt: the robot accepts a timestamp for one hour only.
    const signature =
      secrets.signingSecret === undefined ? {} : signFeishu(secrets.signingSecret, io.now())
    const describe = detailWithout([
      ...stringsIn(secrets),
      ...stringsIn(signature),
      ...proxySecrets(config.proxy),
      hookIdOf(endpoint.url),
    ])
    const result = await io.http.request({
      method: 'POST',
      url: endpoint.url,
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify({ ...signature, ...payload.message }),
      proxy: config.proxy,
      signal: io.signal,
    })
    return result.kind === 'failed'
      ? outcomeOfFailure(result, describe)
      : outcomeOf(result, payload.shortened, io.now(), describe)
  },
})
