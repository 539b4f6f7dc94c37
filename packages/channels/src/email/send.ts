import type { SendOutcome } from '@highwater/core/delivery'
import { defineSender } from '../define-sender.ts'
import type { MailRefusal, MailResult } from '../io.ts'
import { type DescribeAttempt, detailWithout } from '../outcome/attempt-detail.ts'
import { outcomeOfFailure } from '../outcome/of-failure.ts'
import { stringsIn } from '../redaction/redact.ts'
import { proxySecrets } from '../settings/proxy-address.ts'
import { mailVerdict } from './codes.ts'
import { composeMail } from './compose-mail.ts'
import { email } from './kind.ts'

const wordsOf = (refused: readonly MailRefusal[]): string =>
  refused.map(({ recipient, text }) => `${recipient}: ${text}`).join('; ')

function outcomeOf(result: MailResult, shortened: boolean, describe: DescribeAttempt): SendOutcome {
  if (result.kind === 'failed') return outcomeOfFailure(result, describe)
  if (result.kind === 'accepted') {
    const providerCode = /^\d{3}/.exec(result.text)?.[0] ?? null
    if (result.refused.length > 0) {
      return {
        kind: 'partial',
        refused: result.refused.map(({ recipient }) => recipient),
        detail: describe('some-recipients-refused', {
          providerCode,
          providerMessage: wordsOf(result.refused),
        }),
      }
    }
    const reason = shortened ? 'accepted-shortened' : 'accepted'
    return {
      kind: 'delivered',
      detail: describe(reason, { providerCode, providerMessage: result.text }),
    }
  }
  const verdict = mailVerdict(result)
  const detail = describe(verdict.reason, {
    providerCode: result.code,
    providerMessage: result.refused.length > 0 ? wordsOf(result.refused) : result.text,
  })
  return verdict.kind === 'transient'
    ? { kind: 'transient', detail }
    : { kind: 'rejected', fault: verdict.fault, detail }
}

export const emailSender = defineSender(email, {
  async send(payload, { config, secrets }, io) {
    const describe = detailWithout([...stringsIn(secrets), ...proxySecrets(config.proxy)])
    const message = await composeMail(payload, config, {
      deliveryId: io.deliveryId,
      incidentId: io.incidentId,
      sentAt: io.now(),
    })
    const result = await io.mail.send({
      host: config.host,
      port: config.port,
      security: config.security,
      trust: config.tlsTrust,
      credentials:
        config.username === undefined
          ? null
          : { user: config.username, password: secrets.password ?? '' },
      proxy: config.proxy,
      from: config.from.address,
      recipients: [...new Set([...config.to, ...config.cc])],
      message,
      signal: io.signal,
    })
    return outcomeOf(result, payload.shortened, describe)
  },
})
