import type { Instant } from '@highwater/core'
import type { SendOutcome } from '@highwater/core/delivery'
import { defineSender } from '../define-sender.ts'
import type { HttpAnswer } from '../io.ts'
import { type DescribeAttempt, detailWithout } from '../outcome/attempt-detail.ts'
import { checkText } from '../outcome/check-text.ts'
import { outcomeOfFailure } from '../outcome/of-failure.ts'
import { outcomeOfStatus } from '../outcome/of-status.ts'
import { headerSecrets } from '../redaction/header-secrets.ts'
import { stringsIn } from '../redaction/redact.ts'
import { proxySecrets } from '../settings/proxy-address.ts'
import { isAcceptedStatus } from './check-response.ts'
import type { WebhookConfig, WebhookSecrets } from './config.ts'
import { isForeignPage } from './foreign-page.ts'
import { webhook } from './kind.ts'
import type { WebhookPayload } from './render.ts'
import { signGithub, signStandard } from './sign.ts'
import { standardSecrets } from './signing-secret.ts'

function signatureHeaders(
  config: WebhookConfig,
  secrets: WebhookSecrets,
  signed: { readonly id: string; readonly at: Instant; readonly body: string },
): Record<string, string> {
  const secret = secrets.signingSecret ?? ''
  switch (config.signature) {
    case 'none':
      return { 'webhook-id': signed.id }
    case 'standard-webhooks':
      return signStandard(secret, signed.id, signed.at, signed.body)
    case 'github':
      return { 'webhook-id': signed.id, ...signGithub(secret, signed.body) }
  }
}

/** What the settings alone say of each request, worked out once for the messages of a portion. */
interface Fixed {
  readonly hidden: readonly string[]
  readonly describe: DescribeAttempt
  readonly headers: Readonly<Record<string, string>>
}

const fixedParts = new WeakMap<WebhookConfig, Fixed>()

function fixedOf(config: WebhookConfig, secrets: WebhookSecrets): Fixed {
  const known = fixedParts.get(config)
  if (known) return known
  const { authorization, secretHeaders, signingSecret } = secrets
  const hidden = [
    ...stringsIn([authorization, secretHeaders]).flatMap(headerSecrets),
    ...stringsIn(signingSecret),
    ...standardSecrets(signingSecret ?? ''),
    ...proxySecrets(config.proxy),
  ]
  const headers = {
    ...lowerCased(secretHeaders),
    ...(authorization === undefined ? {} : { authorization }),
  }
  const fixed = { hidden, describe: detailWithout(hidden), headers }
  fixedParts.set(config, fixed)
  return fixed
}

const lowerCased = (headers: Readonly<Record<string, string>> = {}): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))

function outcomeOf(
  answer: HttpAnswer,
  { shortened }: Pick<WebhookPayload, 'shortened'>,
  check: WebhookConfig['responseCheck'],
  now: Instant,
  describe: DescribeAttempt,
): SendOutcome {
  const { status, text } = answer
  const found = { httpStatus: status, providerMessage: text }
  const isAccepted = isAcceptedStatus(status, check)
  if (!isAccepted && (status < 200 || status > 299)) return outcomeOfStatus(answer, now, describe)
  if (isForeignPage(text, check)) {
    return { kind: 'unknown', detail: describe('unreadable-answer', found) }
  }
  const result = isAccepted ? checkText(text, check) : 'failed'
  if (result === 'not-json') return { kind: 'unknown', detail: describe('answer-not-json', found) }
  if (result === 'failed') {
    return { kind: 'rejected', fault: 'settings', detail: describe('response-check-failed', found) }
  }
  const reason = shortened ? 'accepted-shortened' : 'accepted'
  return { kind: 'delivered', detail: describe(reason, found) }
}

export const webhookSender = defineSender(webhook, {
  // Not awaited: until the answer comes the message is held by the request alone.
  send(payload, { config, secrets }, io) {
    const { deliveryId } = io
    const { shortened } = payload
    const signature = signatureHeaders(config, secrets, {
      id: deliveryId,
      at: io.now(),
      body: payload.body ?? '',
    })
    const fixed = fixedOf(config, secrets)
    // An answer may repeat the signature, which is as good as a secret for a while; the id is none.
    const signed = Object.values(signature).filter((text) => text !== deliveryId)
    const describe =
      signed.length === 0 ? fixed.describe : detailWithout([...fixed.hidden, ...signed])
    const result = io.http.request({
      method: config.method,
      url: payload.url,
      headers: {
        'user-agent': 'Highwater',
        ...payload.headers,
        ...(payload.body === null ? {} : { 'content-type': payload.contentType }),
        ...fixed.headers,
        ...signature,
      },
      body: payload.body,
      proxy: config.proxy,
      signal: io.signal,
    })
    return result.then((answer) =>
      answer.kind === 'failed'
        ? outcomeOfFailure(answer, describe)
        : outcomeOf(answer, { shortened }, config.responseCheck, io.now(), describe),
    )
  },
})
