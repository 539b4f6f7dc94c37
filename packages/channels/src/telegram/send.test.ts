import { instant } from '@highwater/core'
import type { ChannelMessage } from '@highwater/core/notify'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import {
  anAlertMessage,
  aTestMessage,
  startTelegramFake,
  type TelegramFake,
} from '../../testing/index.ts'
import { startMemory } from '../../testing/memory.ts'
import { channelKindOf } from '../catalog.ts'
import { createPorts, type MemoryPort, type Ports, sendThrough } from '../send.ts'

const botToken = '110201543:AAHdqTcvCH1vGWJxfSeo'

interface About {
  readonly message?: ChannelMessage
  readonly memory?: MemoryPort
}

describe('a Telegram channel', () => {
  let bot: TelegramFake
  let ports: Ports

  beforeAll(async () => {
    bot = await startTelegramFake({ token: botToken, chats: ['-100', '@alerts'], perMinute: 500 })
    ports = createPorts({ allowedNetworks: ['127.0.0.1'], deniedPorts: [] })
  })
  afterAll(async () => {
    await bot.close()
    await ports.close()
  })
  afterEach(() => {
    bot.behave()
    bot.clear()
  })

  const at = instant(1_767_323_045_000)
  const send = (config: object = {}, about: About = {}) =>
    sendThrough(
      'telegram',
      { message: about.message ?? anAlertMessage(), locale: 'zh-CN' },
      { config: { baseUrl: bot.url, chatId: '-100', ...config }, secrets: { botToken } },
      {
        ...ports,
        now: () => at,
        signal: new AbortController().signal,
        deliveryId: 'a-delivery',
        incidentId: 'an-incident',
        memory: about.memory,
      },
    )

  it('sends to a topic without a sound, and without a preview of the link', async () => {
    const outcome = await send({ chatId: '@alerts', messageThreadId: '7', silent: true })
    expect(outcome).toMatchObject({ kind: 'delivered', detail: { providerMessage: 'message 1' } })
    expect(JSON.parse(bot.messages()[0]?.request.text ?? '')).toMatchObject({
      chat_id: '@alerts',
      message_thread_id: 7,
      disable_notification: true,
      parse_mode: 'HTML',
      link_preview_options: { is_disabled: true },
    })
    expect(bot.messages()[0]?.warnings).toEqual([])
  })

  it('follows a group to its new chat id, and asks for the channel to be changed', async () => {
    bot.behave({ movedTo: -1_001_234 })
    expect(await send({ chatId: '-44' })).toMatchObject({
      kind: 'delivered',
      detail: { reason: 'chat-moved', providerMessage: expect.stringContaining('-1001234') },
    })
    expect(bot.messages()).toHaveLength(1)
  })

  it('remembers where a group has gone: the next message takes one request', async () => {
    bot.behave({ movedTo: -1_005_678 })
    await send({ chatId: '-55' })
    const before = bot.requests().length
    expect(await send({ chatId: '-55' })).toMatchObject({
      kind: 'delivered',
      advice: true,
      detail: { reason: 'chat-moved', providerMessage: expect.stringContaining('-1005678') },
    })
    expect(bot.requests()).toHaveLength(before + 1)
  })

  it('answers the first message of an alert with its later ones, whichever worker sends them', async () => {
    const memory = startMemory()
    await send({}, { memory })
    await send(
      {},
      { memory, message: anAlertMessage({ kind: 'resolved', closeReason: 'recovered' }) },
    )
    await send({}, { memory, message: aTestMessage() })
    const replies = bot.messages().map(({ request }) => JSON.parse(request.text).reply_parameters)
    const [first] = bot.messages()
    expect(replies).toEqual([
      undefined,
      { message_id: expect.any(Number), allow_sending_without_reply: true },
      undefined,
    ])
    expect(first).toBeDefined()
  })

  it('answers nobody else’s message in a group that was upgraded since the first one', async () => {
    const memory = startMemory()
    await send({ chatId: '@alerts' }, { memory })
    bot.behave({ movedTo: -1_009_012 })
    await send({ chatId: '@alerts' }, { memory })
    await send({ chatId: '@alerts' }, { memory })
    const sent = bot.messages().map(({ request }) => JSON.parse(request.text))
    expect(sent.map(({ chat_id }) => chat_id)).toEqual(['@alerts', '-1009012', '-1009012'])
    expect(sent.map(({ reply_parameters }) => reply_parameters?.message_id)).toEqual([
      undefined,
      undefined,
      expect.any(Number),
    ])
  })

  it('sends plain text when the markup is refused', async () => {
    bot.behave({ readsNoMarkup: true })
    expect(await send()).toMatchObject({
      kind: 'delivered',
      detail: { reason: 'sent-without-markup' },
    })
    expect(bot.messages()[0]?.request.text).not.toContain('<b>')
  })

  it.each([
    [{ kicked: true }, 'rejected', 'settings', 'bot-shut-out'],
    [
      { status: 401, body: '{"ok":false,"error_code":401,"description":"Unauthorized"}' },
      'rejected',
      'credentials',
      'bot-unknown',
    ],
    [
      { status: 404, body: '{"ok":false,"error_code":404,"description":"Not Found"}' },
      'rejected',
      'credentials',
      'bot-unknown',
    ],
    [
      {
        status: 400,
        body: '{"ok":false,"error_code":400,"description":"Bad Request: message is too long"}',
      },
      'rejected',
      'content',
      'too-long',
    ],
    [
      { status: 400, body: '{"ok":false,"error_code":400,"description":"Bad Request: odd"}' },
      'rejected',
      'content',
      'malformed-request',
    ],
    [
      { status: 200, body: '{"ok":false,"error_code":418}' },
      'rejected',
      'content',
      'unlisted-code',
    ],
    [
      { status: 500, body: '{"ok":false,"error_code":500}' },
      'transient',
      undefined,
      'server-error',
    ],
    [{ status: 502, body: '<html>' }, 'transient', undefined, 'server-error'],
    [{ status: 200, body: '{"ok":true}' }, 'unknown', undefined, 'unreadable-answer'],
    [{ status: 200, body: '<html>Sign in</html>' }, 'unknown', undefined, 'unreadable-answer'],
    [{ dropAfterAccept: true }, 'unknown', undefined, 'connection-lost'],
  ])('reads %j as %s (%s): %s', async (misbehaviour, kind, fault, reason) => {
    bot.behave(misbehaviour)
    expect(await send()).toMatchObject({
      kind,
      ...(fault === undefined ? {} : { fault }),
      detail: { reason },
    })
  })

  it('says that the chat is unknown', async () => {
    expect(await send({ chatId: '5' })).toMatchObject({
      fault: 'settings',
      detail: { reason: 'chat-unknown' },
    })
  })

  it('keeps away for as long as it is told', async () => {
    bot.behave({
      status: 429,
      body: '{"ok":false,"error_code":429,"parameters":{"retry_after":7}}',
    })
    expect(await send()).toMatchObject({ kind: 'throttled', retryAt: at + 7_000 })
  })

  it.each(['', 'alerts', '-', '@x', '12 34'])('refuses the chat id “%s”', (chatId) => {
    expect(channelKindOf('telegram').config.safeParse({ chatId }).success).toBe(false)
  })
})
