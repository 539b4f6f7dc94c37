import type { SendOutcome } from '@highwater/core/delivery'
import { defineSender } from '../define-sender.ts'
import type { ChannelIo } from '../io.ts'
import { detailWithout } from '../outcome/attempt-detail.ts'
import { outcomeOfErrcode } from '../outcome/of-errcode.ts'
import { outcomeOfFailure } from '../outcome/of-failure.ts'
import { withoutOurAddress } from '../outcome/without-our-address.ts'
import { stringsIn } from '../redaction/redact.ts'
import { proxySecrets } from '../settings/proxy-address.ts'
import { verdictOf } from './codes.ts'
import { wecomRobot } from './kind.ts'
import type { WecomRobotMessage } from './render.ts'
import { endpointOf } from './webhook-address.ts'

/** Those whom the second message should have called. */
const calledBy = (call: WecomRobotMessage): readonly string[] =>
  call.msgtype === 'text'
    ? [...(call.text.mentioned_list ?? []), ...(call.text.mentioned_mobile_list ?? [])]
    : []

export const wecomRobotSender = defineSender(wecomRobot, {
  async send(payload, { config, secrets }, io: ChannelIo) {
    const endpoint = endpointOf(secrets.webhook, config.baseUrl)
    if ('fault' in endpoint) {
      const detail = detailWithout([])('invalid-settings', { providerMessage: endpoint.fault })
      return { kind: 'rejected', fault: 'settings', detail }
    }
    const { url } = endpoint
    const key = new URL(url).searchParams.get('key') ?? ''
    const hidden = [...stringsIn(secrets), ...proxySecrets(config.proxy), key]
    const describe = withoutOurAddress(detailWithout(hidden))
    const post = async (message: WecomRobotMessage): Promise<SendOutcome> => {
      const result = await io.http.request({
        method: 'POST',
        url,
        headers: { 'content-type': 'application/json; charset=utf-8' },
        body: JSON.stringify(message),
        proxy: config.proxy,
        signal: io.signal,
      })
      return result.kind === 'failed'
        ? outcomeOfFailure(result, describe)
        : outcomeOfErrcode(result, verdictOf, payload.shortened, io.now(), describe)
    }
    const told = await post(payload.message)
    if (told.kind !== 'delivered' || payload.call === null) return told
    const called = await post(payload.call)
    if (called.kind === 'delivered') return told
    // The alert itself has arrived: to repeat it for the sake of the mention would tell it twice.
    const detail = { ...called.detail, reason: 'mention-failed' }
    const retryAt = called.kind === 'throttled' ? called.retryAt : null
    return { kind: 'partial', refused: calledBy(payload.call), retryAt, detail }
  },
})
