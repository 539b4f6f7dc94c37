import type { Instant } from '@highwater/core'
import type { SendOutcome } from '@highwater/core/delivery'
import { defineSender } from '../define-sender.ts'
import type { HttpAnswer } from '../io.ts'
import { type DescribeAttempt, detailWithout } from '../outcome/attempt-detail.ts'
import { readCode } from '../outcome/code-table.ts'
import { outcomeOfFailure } from '../outcome/of-failure.ts'
import { outcomeOfStatus } from '../outcome/of-status.ts'
import { outcomeOfVerdict } from '../outcome/of-verdict.ts'
import { readRetryAfter } from '../outcome/retry-after.ts'
import { stringsIn } from '../redaction/redact.ts'
import { proxySecrets } from '../settings/proxy-address.ts'
import { hiddenStatus, rows } from './codes.ts'
import { teams } from './kind.ts'
import { endpointOf, secretsIn } from './webhook-address.ts'

function outcomeOf(
  answer: HttpAnswer,
  shortened: boolean,
  now: Instant,
  describe: DescribeAttempt,
): SendOutcome {
  const { status, text } = answer
  const isAccepted = status >= 200 && status < 300
  const meant = isAccepted ? (hiddenStatus(text) ?? status) : status
  if (rows.some(({ codes }) => codes.includes(meant))) {
    const retryAt = readRetryAfter(answer.headers['retry-after'], now)
    const said = { answer, code: meant, text, retryAt }
    return outcomeOfVerdict(readCode(rows, meant, ''), said, false, now, describe)
  }
  // A page has status 200 too: a sign-in form, or the word of a proxy.
  const isPage = text.trimStart().startsWith('<')
  if (!isAccepted || isPage || meant !== status) {
    return outcomeOfStatus({ ...answer, status: meant }, now, describe)
  }
  const found = { httpStatus: status, providerMessage: text }
  // A workflow takes a message before it runs; only the connectors of old had posted it by then.
  const isPosted = status === 200 && text.trim() === '1'
  const [whole, cut] = isPosted
    ? (['accepted', 'accepted-shortened'] as const)
    : (['queued', 'queued-shortened'] as const)
  return { kind: 'delivered', detail: describe(shortened ? cut : whole, found) }
}

export const teamsSender = defineSender(teams, {
  async send(payload, { config, secrets }, io) {
    const endpoint = endpointOf(secrets.webhook, config.baseUrl)
    if ('fault' in endpoint) {
      const detail = detailWithout([])('invalid-settings', { providerMessage: endpoint.fault })
      return { kind: 'rejected', fault: 'settings', detail }
    }
    const hidden = [
      ...stringsIn(secrets),
      ...proxySecrets(config.proxy),
      ...secretsIn(endpoint.url),
    ]
    const describe = detailWithout(hidden)
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
