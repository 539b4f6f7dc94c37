import { plus } from '@highwater/core'
import type { SendOutcome } from '@highwater/core/delivery'
import { defineSender } from '../define-sender.ts'
import type { ChannelIo, MailCredentials, MailResult } from '../io.ts'
import type { ChannelSettings } from '../kind.ts'
import { signInSecrets } from '../network/smtp-sign-in.ts'
import { type DescribeAttempt, detailWithout } from '../outcome/attempt-detail.ts'
import { outcomeOfFailure } from '../outcome/of-failure.ts'
import { stringsIn } from '../redaction/redact.ts'
import { proxySecrets } from '../settings/proxy-address.ts'
import { mailVerdict } from './codes.ts'
import { composeMail } from './compose-mail.ts'
import type { EmailConfig, EmailSecrets } from './config.ts'
import { email } from './kind.ts'
import { nobodyLeft, type Settled, settledOf } from './late-recipients.ts'
import { forgetMailToken, mailToken, tokenRequestOf } from './oauth-token.ts'
import { longestAttempt, sendToAll } from './send-to-all.ts'
import { type Judging, outcomeOfRefusals, wordsOf } from './settle-recipients.ts'

async function outcomeOf(
  result: MailResult,
  shortened: boolean,
  judging: Judging,
): Promise<SendOutcome> {
  const { describe } = judging
  if (result.kind === 'failed') return outcomeOfFailure(result, describe)
  const ofRefusals = await outcomeOfRefusals(result, judging)
  if (ofRefusals !== null) return ofRefusals
  if (result.kind === 'accepted') {
    const providerCode = /^\d{3}/.exec(result.text)?.[0] ?? null
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

/** Everybody of the settings, once, but for whom an earlier attempt has settled. */
function recipientsOf({ to, cc, bcc }: EmailConfig, known: Settled | null): readonly string[] {
  const settled = new Set([
    ...(known?.reached ?? []),
    ...(known?.refused ?? []).map(({ recipient }) => recipient),
  ])
  return [...new Set([...to, ...cc, ...bcc])].filter((address) => !settled.has(address))
}

type SignIn = { readonly credentials: MailCredentials | null } | { readonly refused: SendOutcome }

/** What the server is signed in to with; null where it wants no sign-in. */
async function signInOf(
  { config, secrets }: ChannelSettings<EmailConfig, EmailSecrets>,
  io: ChannelIo,
  describe: DescribeAttempt,
): Promise<SignIn> {
  const { username: user, authMethod: method } = config
  if (user === undefined) return { credentials: null }
  const request = tokenRequestOf(config, secrets)
  if (request === null) {
    return { credentials: { user, method, password: secrets.password ?? '' } }
  }
  const answer = await mailToken(request, io, describe)
  return 'refused' in answer ? answer : { credentials: { user, method, password: answer.token } }
}

export const emailSender = defineSender(email, {
  async send(payload, settings, io) {
    const { config, secrets } = settings
    const end = plus(io.now(), longestAttempt)
    const hidden = [...stringsIn(secrets), ...proxySecrets(config.proxy)]
    const message = await composeMail(payload, config, {
      deliveryId: io.deliveryId,
      incidentId: io.incidentId,
      sentAt: io.now(),
    })
    const known = await settledOf(io)
    const recipients = recipientsOf(config, known)
    const { shortened, waits } = payload
    if (known !== null && recipients.length === 0) {
      const describe = detailWithout(hidden)
      return outcomeOf(nobodyLeft(known), shortened, { io, known, recipients, waits, describe })
    }
    /** @param refused what a token that was refused had been signed in with */
    const attempt = async (refused: readonly string[]): Promise<SendOutcome> => {
      const signIn = await signInOf(settings, io, detailWithout(hidden))
      if ('refused' in signIn) return signIn.refused
      const { credentials } = signIn
      const handed = await sendToAll(recipients, known, {
        io,
        end,
        sendTo: (those, limit) =>
          io.mail.send({
            host: config.host,
            port: config.port,
            security: config.security,
            trust: config.tlsTrust,
            credentials,
            proxy: config.proxy,
            from: config.from.address,
            recipients: those,
            message,
            signal: io.signal,
            ...limit,
          }),
      })
      const { result } = handed
      // A token may be revoked before its end; then it is asked for anew, once.
      const request = tokenRequestOf(config, secrets)
      const isRefused = result.kind === 'refused' && result.step === 'sign-in'
      if (request !== null && credentials !== null && isRefused && refused.length === 0) {
        await forgetMailToken(request, credentials.password, io)
        return attempt(signInSecrets(credentials))
      }
      const signedInWith = credentials === null ? [] : signInSecrets(credentials)
      const describe = detailWithout([...hidden, ...refused, ...signedInWith])
      return outcomeOf(result, shortened, { ...handed, io, waits, describe })
    }
    return attempt([])
  },
})
