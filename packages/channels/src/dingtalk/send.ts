import type { SendOutcome } from '@highwater/core/delivery'
import { defineSender } from '../define-sender.ts'
import { detailWithout } from '../outcome/attempt-detail.ts'
import { outcomeOfErrcode } from '../outcome/of-errcode.ts'
import { outcomeOfFailure } from '../outcome/of-failure.ts'
import { stringsIn } from '../redaction/redact.ts'
import { proxySecrets } from '../settings/proxy-address.ts'
import { unsafeLink, verdictOf } from './codes.ts'
import { dingtalk } from './kind.ts'
import { noteLinks, refusesLinks, robotKey } from './refused-links.ts'
import type { DingtalkMessage } from './render.ts'
import { signDingtalk } from './sign.ts'
import { endpointOf } from './webhook-address.ts'

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
    const post = async (message: DingtalkMessage, msgUuid: string): Promise<SendOutcome> => {
      const result = await io.http.request({
        method: 'POST',
        url: url.href,
        headers: { 'content-type': 'application/json; charset=utf-8' },
        body: JSON.stringify({ ...message, msgUuid }),
        proxy: config.proxy,
        signal: io.signal,
      })
      return result.kind === 'failed'
        ? outcomeOfFailure(result, describe)
        : outcomeOfErrcode(result, verdictOf, payload.shortened, io.now(), describe)
    }
    const withoutLinks = async (): Promise<SendOutcome> => {
      const told = await post(payload.unlinked, `${io.deliveryId}-unlinked`)
      return told.kind === 'delivered'
        ? { ...told, detail: { ...told.detail, reason: 'sent-without-links' } }
        : told
    }
    const robot = robotKey(url.origin, url.searchParams.get('access_token') ?? '')
    if (refusesLinks(robot, io.now())) return withoutLinks()
    const told = await post(payload.message, io.deliveryId)
    if (told.kind === 'delivered') noteLinks(robot, 'taken', io.now())
    if (told.kind !== 'rejected' || told.detail.providerCode !== unsafeLink) return told
    noteLinks(robot, 'refused', io.now())
    return withoutLinks()
  },
})
