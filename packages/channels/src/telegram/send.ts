import type { SendOutcome } from '@highwater/core/delivery'
import { defineSender } from '../define-sender.ts'
import type { HttpAnswer, NetworkFailure } from '../io.ts'
import { detailWithout } from '../outcome/attempt-detail.ts'
import { stringsIn } from '../redaction/redact.ts'
import { proxySecrets } from '../settings/proxy-address.ts'
import { firstMessage } from './first-message.ts'
import { telegram } from './kind.ts'
import { chatKey, movedTo, rememberMove } from './moved-chats.ts'
import { outcomeOf, remedyOf } from './read-answer.ts'

const vendor = 'https://api.telegram.org'

export const telegramSender = defineSender(telegram, {
  async send(payload, { config, secrets }, io): Promise<SendOutcome> {
    const [, secretPart = ''] = secrets.botToken.split(':')
    const hidden = [...stringsIn(secrets), secretPart, ...proxySecrets(config.proxy)]
    const describe = detailWithout(hidden)

    const server = config.baseUrl ?? vendor
    const keyOf = (chatId: string): string => chatKey(server, secrets.botToken, chatId)
    const chat = keyOf(config.chatId)
    async function post(chatId: string, plain = false): Promise<HttpAnswer | NetworkFailure> {
      // A group that was upgraded counts its messages anew: the number of an old one is another's there.
      const thread = payload.ofAlert ? await firstMessage(keyOf(chatId), io) : null
      const result = await io.http.request({
        method: 'POST',
        url: `${server}/bot${secrets.botToken}/sendMessage`,
        headers: { 'content-type': 'application/json; charset=utf-8' },
        body: JSON.stringify({
          chat_id: chatId,
          ...(plain ? { text: payload.plain } : { text: payload.html, parse_mode: 'HTML' }),
          reply_parameters: thread?.reply,
          link_preview_options: { is_disabled: true },
          disable_notification: config.silent,
          ...(config.messageThreadId === undefined
            ? {}
            : { message_thread_id: config.messageThreadId }),
        }),
        proxy: config.proxy,
        signal: io.signal,
      })
      await thread?.note(result)
      return result
    }

    const read = (result: HttpAnswer | NetworkFailure): SendOutcome =>
      outcomeOf(result, payload.shortened, io.now(), describe)
    /** What was delivered, with what it took and what the bot had said of it. */
    const deliveredWith = (
      told: SendOutcome,
      reason: keyof typeof telegram.reasons,
      said: string,
    ) =>
      told.kind === 'delivered'
        ? { ...told, detail: { ...told.detail, ...describe(reason, { providerMessage: said }) } }
        : told
    const underNewId = (told: SendOutcome, chatId: string): SendOutcome => {
      const said = deliveredWith(told, 'chat-moved', `new chat id: ${chatId}`)
      return said.kind === 'delivered' ? { ...said, advice: true } : said
    }

    const moved = await movedTo(chat, io)
    const first = await post(moved ?? config.chatId)
    const remedy = remedyOf(first)
    switch (remedy?.kind) {
      case undefined:
        return moved === null ? read(first) : underNewId(read(first), moved)
      case 'other-chat':
        await rememberMove(chat, remedy.chatId, io)
        return underNewId(read(await post(remedy.chatId)), remedy.chatId)
      case 'no-markup': {
        const said = read(first).detail.providerMessage ?? ''
        return deliveredWith(
          read(await post(moved ?? config.chatId, true)),
          'sent-without-markup',
          said,
        )
      }
    }
  },
})
