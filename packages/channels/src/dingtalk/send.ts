import { type Instant, plus } from '@highwater/core'
import type { SendOutcome } from '@highwater/core/delivery'
import { z } from 'zod'
import type { ChannelSender, HttpAnswer } from '../io.ts'
import { type DescribeAttempt, detailWithout } from '../outcome/attempt-detail.ts'
import { outcomeOfFailure } from '../outcome/of-failure.ts'
import { outcomeOfStatus } from '../outcome/of-status.ts'
import { stringsIn } from '../redaction/redact.ts'
import { proxySecrets } from '../settings/proxy-address.ts'
import { verdictOf } from './codes.ts'
import type { DingtalkConfig, DingtalkSecrets } from './config.ts'
import type { DingtalkPayload } from './render.ts'
import { signDingtalk } from './sign.ts'
import { endpointOf } from './webhook-address.ts'

const robotAnswer = z.looseObject({ errcode: z.number(), errmsg: z.string().catch('') })

function readAnswer(text: string): z.output<typeof robotAnswer> | null {
  try {
    return robotAnswer.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}

/** How far the robot's clock is from ours, for the reader of a refused timestamp. */
function clockNote(answer: HttpAnswer, now: Instant): string {
  const theirs = Date.parse(answer.headers.date ?? '')
  return Number.isNaN(theirs)
    ? ''
    : ` (its clock minus ours: ${Math.round((theirs - now) / 1_000)} s)`
}

function outcomeOf(
  answer: HttpAnswer,
  shortened: boolean,
  now: Instant,
  describe: DescribeAttempt,
): SendOutcome {
  const robot = readAnswer(answer.text)
  if (robot === null || answer.status < 200 || answer.status >= 300) {
    return outcomeOfStatus(answer, now, describe)
  }
  const verdict = verdictOf(robot.errcode, robot.errmsg)
  const found = {
    httpStatus: answer.status,
    providerCode: robot.errcode,
    providerMessage: robot.errmsg,
  }
  switch (verdict.kind) {
    case 'delivered':
      return {
        kind: 'delivered',
        detail: describe(shortened ? 'accepted-shortened' : 'accepted', found),
      }
    case 'throttled':
      return {
        kind: 'throttled',
        retryAt: plus(now, verdict.penalty),
        detail: describe(verdict.reason, found),
      }
    case 'transient':
      return { kind: 'transient', detail: describe(verdict.reason, found) }
    case 'rejected': {
      const note = verdict.reason === 'clock-off' ? clockNote(answer, now) : ''
      const detail = describe(verdict.reason, { ...found, providerMessage: robot.errmsg + note })
      return { kind: 'rejected', fault: verdict.fault, detail }
    }
  }
}

export const dingtalkSender: ChannelSender<DingtalkConfig, DingtalkSecrets, DingtalkPayload> = {
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
}
