import type { Instant } from '@highwater/core'
import type { SendOutcome } from '@highwater/core/delivery'
import { defineSender } from '../define-sender.ts'
import type { HttpAnswer } from '../io.ts'
import { type DescribeAttempt, detailWithout } from '../outcome/attempt-detail.ts'
import { delivered, readCode } from '../outcome/code-table.ts'
import { outcomeOfFailure } from '../outcome/of-failure.ts'
import { outcomeOfStatus } from '../outcome/of-status.ts'
import { outcomeOfVerdict } from '../outcome/of-verdict.ts'
import { stringsIn } from '../redaction/redact.ts'
import { proxySecrets } from '../settings/proxy-address.ts'
import { listedWord, rows } from './codes.ts'
import { slack } from './kind.ts'
import { endpointOf } from './webhook-address.ts'

/** Only the two letters `ok` with status 200 are a delivery. */
function outcomeOf(
  answer: HttpAnswer,
  shortened: boolean,
  now: Instant,
  describe: DescribeAttempt,
): SendOutcome {
  const text = answer.text.trim()
  if (answer.status === 200 && text === 'ok') {
    return outcomeOfVerdict(delivered, { answer, code: 'ok', text }, shortened, now, describe)
  }
  const word = listedWord(text)
  return word === null || answer.status === 429
    ? outcomeOfStatus(answer, now, describe)
    : outcomeOfVerdict(
        readCode(rows, word, ''),
        { answer, code: word, text },
        shortened,
        now,
        describe,
      )
}

export const slackSender = defineSender(slack, {
  async send(payload, { config, secrets }, io) {
    const endpoint = endpointOf(secrets.webhook, config.baseUrl)
    if ('fault' in endpoint) {
      const detail = detailWithout([])('invalid-settings', { providerMessage: endpoint.fault })
      return { kind: 'rejected', fault: 'settings', detail }
    }
    const describe = detailWithout([
      ...stringsIn(secrets),
      ...proxySecrets(config.proxy),
      ...new URL(endpoint.url).pathname.split('/').slice(2),
    ])
    const result = await io.http.request({
      method: 'POST',
      url: endpoint.url,
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify(payload.message),
      proxy: config.proxy,
      signal: io.signal,
    })
    return result.kind === 'failed'
      ? outcomeOfFailure(result, describe)
      : outcomeOf(result, payload.shortened, io.now(), describe)
  },
})
