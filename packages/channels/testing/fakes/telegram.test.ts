import { afterEach, expect, it } from 'vitest'
import { startTelegramFake, type TelegramFake, type TelegramFakeOptions } from '../index.ts'

let bot: TelegramFake

afterEach(() => bot.close())

const start = async (options: TelegramFakeOptions = {}) => {
  bot = await startTelegramFake(options)
}
const post = async (body: object, token = '1:abc'): Promise<unknown> => {
  const response = await fetch(`${bot.url}/bot${token}/sendMessage`, {
    method: 'POST',
    body: JSON.stringify({ chat_id: -100, parse_mode: 'HTML', ...body }),
  })
  const answer: unknown = await response.json()
  return { status: response.status, ...Object(answer) }
}

it('the fake bot knows its token, its chats and the markup', async () => {
  await start({ token: '1:abc', chats: ['-100'] })
  expect(await post({ text: 'x' }, '1:other')).toMatchObject({ status: 401, ok: false })
  expect(await post({ text: 'x', chat_id: 7 })).toMatchObject({
    status: 400,
    description: 'Bad Request: chat not found',
  })
  for (const text of ['<b>x', '<b>x</i>', 'a < b', 'a & b', '<at>x</at>']) {
    expect(await post({ text })).toMatchObject({
      description: expect.stringContaining("can't parse entities"),
    })
  }
  expect(await post({ text: '告'.repeat(4_097) })).toMatchObject({
    description: 'Bad Request: message is too long',
  })
  expect(await post({ text: '<b>a &lt; b</b> &#39;' })).toMatchObject({
    ok: true,
    result: { message_id: 1 },
  })
  expect(bot.messages().map(({ text }) => text)).toEqual(["a < b '"])
})

it('the fake bot says for how long it wants to be left alone, and whither a group moved', async () => {
  await start({ perMinute: 1 })
  await post({ text: 'x' })
  expect(await post({ text: 'x' })).toMatchObject({ status: 429, parameters: { retry_after: 30 } })
  bot.behave({ movedTo: -200 })
  expect(await post({ text: 'x' })).toMatchObject({ parameters: { migrate_to_chat_id: -200 } })
  bot.behave({ kicked: true })
  expect(await post({ text: 'x' })).toMatchObject({ status: 403 })
})
