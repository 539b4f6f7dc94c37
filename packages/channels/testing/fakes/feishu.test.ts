import { createHmac } from 'node:crypto'
import { afterEach, describe, expect, it } from 'vitest'
import { type FeishuFake, type FeishuFakeOptions, startFeishuFake } from '../index.ts'

const secret = 'a-secret'
const good = { msg_type: 'text', content: { text: '高水位 hello' } }

describe('the fake Feishu robot', () => {
  let robot: FeishuFake

  afterEach(() => robot.close())

  const start = async (options: FeishuFakeOptions = {}) => {
    robot = await startFeishuFake(options)
  }
  const signed = (body: object, at = Date.now()) => {
    const timestamp = String(Math.floor(at / 1_000))
    const sign = createHmac('sha256', `${timestamp}\n${secret}`).digest('base64')
    return { timestamp, sign, ...body }
  }
  async function post(body: unknown = good, hook = 'h'): Promise<unknown> {
    const response = await fetch(`${robot.url}/open-apis/bot/v2/hook/${hook}`, {
      method: 'POST',
      body: typeof body === 'string' ? body : JSON.stringify(body),
    })
    const answer: unknown = await response.json()
    return { status: response.status, ...Object(answer) }
  }

  it('checks the hook, the signature, the form and the keyword', async () => {
    await start({ hook: 'h', secret, keyword: '高水位' })
    expect(await post(good, 'other')).toMatchObject({ status: 200, code: 19001 })
    expect(await post(good)).toMatchObject({ code: 19021 })
    expect(await post(signed(good, Date.now() - 3_700_000))).toMatchObject({ code: 19021 })
    expect(await post({ ...signed(good), timestamp: String(Date.now()) })).toMatchObject({
      code: 19021,
    })
    expect(await post(signed({}))).toMatchObject({ code: 19002 })
    expect(await post(signed({ msg_type: 'text', content: '{"text":"x"}' }))).toMatchObject({
      status: 400,
      code: 9499,
    })
    expect(await post(signed({ msg_type: 'interactive', card: {} }))).toMatchObject({
      code: 19002,
    })
    expect(await post(signed({ msg_type: 'text', content: { text: 'no' } }))).toMatchObject({
      code: 19024,
    })
    const long = { msg_type: 'text', content: { text: `高水位${'x'.repeat(20_000)}` } }
    expect(await post(signed(long))).toMatchObject({ status: 400, code: 9499 })
    expect(await post(signed(good))).toMatchObject({ status: 200, code: 0, StatusCode: 0 })
    expect(robot.messages().map(({ text }) => text)).toEqual(['高水位 hello'])
  })

  it('takes five in a second, and refuses in either of its ways', async () => {
    await start({ perSecond: 1 })
    expect(await post()).toMatchObject({ code: 0 })
    expect(await post()).toMatchObject({ status: 400, code: 9499, msg: 'too many request' })
    robot.behave({ throttlesWith: 11232 })
    expect(await post()).toMatchObject({ status: 200, code: 11232 })
    expect(robot.messages()).toHaveLength(1)
  })

  it('refuses addresses that are not on its list', async () => {
    await start({ allowedAddresses: ['203.0.113.9'] })
    expect(await post()).toMatchObject({ code: 19022 })
  })

  it('reports what would be swallowed silently', async () => {
    await start()
    await post({ ...good, at: {} })
    await post({ msg_type: 'text', content: { text: '<at id=ou_1></at>' } })
    expect(robot.messages().map(({ warnings }) => warnings)).toEqual([
      ['unknown field at'],
      ['a mention in the form of another type of message'],
    ])
  })
})
