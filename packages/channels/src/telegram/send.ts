import type { SendOutcome } from '@highwater/core/delivery'
import { defineSender } from '../define-sender.ts'
import type { HttpAnswer, NetworkFailure } from '../io.ts'
import { detailWithout } from '../outcome/attempt-detail.ts'
import { stringsIn } from '../redaction/redact.ts'
import { proxySecrets } from '../settings/proxy-address.ts'
import { telegram } from './kind.ts'
import { outcomeOf, type Remedy, remedyOf } from './read-answer.ts'

const vendor = 'https://api.telegram.org'

const tellsOf = {
  'other-chat': 'chat-moved',
  'no-markup': 'sent-without-markup',
} as const satisfies Record<Remedy['kind'], string>

export const telegramSender = defineSender(telegram, {
  async send(payload, { config, secrets }, io): Promise<SendOutcome> {
    const [, secretPart = ''] = secrets.botToken.split(':')
    const hidden = [...stringsIn(secrets), secretPart, ...proxySecrets(config.proxy)]
    const describe = detailWithout(hidden)

    const post = (remedy: Remedy | null): Promise<HttpAnswer | NetworkFailure> =>
      io.http.request({
        method: 'POST',
        url: `${config.baseUrl ?? vendor}/bot${secrets.botToken}/sendMessage`,
        headers: { 'content-type': 'application/json; charset=utf-8' },
        body: JSON.stringify({
          chat_id: remedy?.kind === 'other-chat' ? remedy.chatId : config.chatId,
          ...(remedy?.kind === 'no-markup'
            ? { text: payload.plain }
            : { text: payload.html, parse_mode: 'HTML' }),
          link_preview_options: { is_disabled: true },
          disable_notification: config.silent,
          ...(config.messageThreadId === undefined
            ? {}
            : { message_thread_id: config.messageThreadId }),
        }),
        proxy: config.proxy,
        signal: io.signal,
      })

    const first = await post(null)
    const remedy = remedyOf(first)
    if (remedy === null) return outcomeOf(first, payload.shortened, io.now(), describe)
    const second = outcomeOf(await post(remedy), payload.shortened, io.now(), describe)
    if (second.kind !== 'delivered') return second
    const told = outcomeOf(first, false, io.now(), describe).detail.providerMessage ?? ''
    const news = remedy.kind === 'other-chat' ? `${told} (new chat id: ${remedy.chatId})` : told
    return {
      kind: 'delivered',
      detail: { ...second.detail, ...describe(tellsOf[remedy.kind], { providerMessage: news }) },
    }
  },
})
