import { afterEach, expect, it } from 'vitest'
import { type SlackFake, type SlackFakeOptions, startSlackFake } from '../index.ts'

let webhook: SlackFake

afterEach(() => webhook.close())

const start = async (options: SlackFakeOptions = {}) => {
  webhook = await startSlackFake(options)
}
const post = async (body: unknown, path = '/services/T1/B1/abcd'): Promise<string> => {
  const response = await fetch(`${webhook.url}${path}`, {
    method: 'POST',
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
  return `${response.status} ${await response.text()}`
}
const withBlock = (block: object) => ({ text: 'x', attachments: [{ blocks: [block] }] })
const section = (text: string) => ({ type: 'section', text: { type: 'mrkdwn', text } })

it('the fake webhook knows its path and the limits of blocks', async () => {
  await start({ path: '/services/T1/B1/abcd', perSecond: 100 })
  expect(await post({ text: 'x' }, '/services/T1/B1/other')).toBe('404 no_service')
  expect(await post('{')).toBe('400 invalid_payload')
  expect(await post({})).toBe('400 no_text')
  expect(await post(withBlock(section('x'.repeat(3_001))))).toBe('400 invalid_blocks')
  expect(await post(withBlock({ type: 'video' }))).toBe('400 invalid_blocks')
  const header = { type: 'header', text: { type: 'plain_text', text: 'x'.repeat(151) } }
  expect(await post(withBlock(header))).toBe('400 invalid_blocks')
  expect(await post(withBlock(section('<@U1>')))).toBe('200 ok')
  expect(webhook.messages().map(({ text }) => text)).toEqual(['x\n<@U1>'])
})

it('the fake webhook takes one message a second, and none for an archived conversation', async () => {
  await start()
  expect(await post({ text: 'x' })).toBe('200 ok')
  expect(await post({ text: 'x' })).toBe('429 rate_limited')
  webhook.behave({ archived: true })
  expect(await post({ text: 'x' })).toBe('410 channel_is_archived')
})
