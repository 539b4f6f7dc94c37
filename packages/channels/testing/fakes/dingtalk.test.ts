import { createHmac } from 'node:crypto'
import { afterEach, describe, expect, it } from 'vitest'
import { type DingtalkFake, type DingtalkFakeOptions, startDingTalkFake } from '../index.ts'

const secret = 'SECtest'
const good = { msgtype: 'text', text: { content: '高水位 hello' }, msgUuid: 'u1' }

describe('the fake robot', () => {
  let robot: DingtalkFake

  afterEach(() => robot.close())

  const start = async (options: DingtalkFakeOptions = {}) => {
    robot = await startDingTalkFake(options)
  }
  const sign = (at: number) =>
    encodeURIComponent(createHmac('sha256', secret).update(`${at}\n${secret}`).digest('base64'))

  async function post(
    query: string,
    body: unknown = good,
    init: { method?: string; type?: string } = {},
  ): Promise<unknown> {
    const method = init.method ?? 'POST'
    const response = await fetch(`${robot.url}/robot/send${query}`, {
      method,
      headers: { 'content-type': init.type ?? 'application/json' },
      ...(method === 'GET' ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    expect(response.status).toBe(200)
    return response.json()
  }

  it('checks in the order of the real one', async () => {
    await start({ token: 't', secret, keyword: '高水位' })
    const at = Date.now()
    const signed = `?access_token=t&timestamp=${at}&sign=${sign(at)}`
    expect(await post('', good, { method: 'GET' })).toMatchObject({ errcode: 43002 })
    expect(await post('?access_token=')).toMatchObject({ errcode: 40035 })
    expect(await post('?access_token=other')).toMatchObject({ errcode: 300005 })
    expect(await post('?access_token=t')).toMatchObject({ errcode: 310000 })
    expect(await post(`?access_token=t&timestamp=${at}&sign=x`)).toMatchObject({
      errmsg: expect.stringContaining('sign not match'),
    })
    expect(await post(signed, good, { type: 'text/plain' })).toMatchObject({ errcode: 43004 })
    expect(await post(signed, '{')).toMatchObject({ errcode: 40035 })
    expect(await post(signed, { msgtype: 'video' })).toMatchObject({ errcode: 400105 })
    expect(await post(signed, { msgtype: 'text', text: { content: 'no' } })).toMatchObject({
      errmsg: expect.stringContaining('keywords'),
    })
    const long = { msgtype: 'text', text: { content: `高水位${'x'.repeat(20_001)}` } }
    expect(await post(signed, long)).toMatchObject({ errcode: 460101 })
    expect(await post(signed)).toEqual({ errcode: 0, errmsg: 'ok' })
    expect(robot.messages()).toHaveLength(1)
    expect(robot.requests()).toHaveLength(11)
  })

  it('refuses a signature that was encoded twice or not at all', async () => {
    await start({ secret })
    // A base64 with a plus sign: what three common mistakes have in common.
    let at = Date.now()
    while (!decodeURIComponent(sign(at)).includes('+')) at += 1
    for (const wrong of [encodeURIComponent(sign(at)), decodeURIComponent(sign(at))]) {
      expect(await post(`?access_token=t&timestamp=${at}&sign=${wrong}`)).toMatchObject({
        errcode: 310000,
      })
    }
    expect(await post(`?access_token=t&timestamp=${at}&sign=${sign(at)}`)).toMatchObject({
      errcode: 0,
    })
  })

  it('refuses timestamps an hour off its own clock', async () => {
    await start({ secret })
    const at = Date.now()
    const query = `?access_token=t&timestamp=${at}&sign=${sign(at)}`
    robot.behave({ clockSkewMs: 3_700_000 })
    expect(await post(query)).toMatchObject({ errmsg: expect.stringContaining('timestamp') })
    robot.behave()
    expect(await post(query)).toMatchObject({ errcode: 0 })
  })

  it('blocks for long after too many messages', async () => {
    await start({ limitPerMinute: 2 })
    const codes: unknown[] = []
    for (const msgUuid of ['1', '2', '3', '4'])
      codes.push(await post('?access_token=t', { ...good, msgUuid }))
    expect(codes).toMatchObject([
      { errcode: 0 },
      { errcode: 0 },
      { errcode: 130101, wait: 5 },
      { errcode: 130101 },
    ])
    expect(robot.messages()).toHaveLength(2)
  })

  it('shows a repeated msgUuid once, and can be stopped and dissolved', async () => {
    await start()
    await post('?access_token=t')
    await post('?access_token=t')
    expect(robot.messages()).toHaveLength(1)
    robot.behave({ stopped: true })
    expect(await post('?access_token=t')).toMatchObject({ errcode: 400102 })
    robot.behave({ dissolved: true })
    expect(await post('?access_token=t')).toMatchObject({ errcode: 400013 })
  })

  it('reports what would be swallowed silently', async () => {
    await start()
    const markdown = { title: 't', text: 'nobody' }
    await post('?access_token=t', {
      msgtype: 'markdown',
      markdown,
      at: { atMobiles: ['138'] },
      x: 1,
    })
    expect(robot.messages()[0]?.warnings).toEqual([
      'unknown field x',
      '@138 does not stand in the text, so nobody is notified',
      'msgUuid is missing',
    ])
  })

  it('lets a test wait for a message, and tells what came when it waits in vain', async () => {
    await start()
    const waiting = robot.waitForMessage((message) => message.text.includes('hello'))
    await post('?access_token=t')
    expect((await waiting).text).toBe('高水位 hello')
    await expect(robot.waitForMessage(() => false, 20)).rejects.toThrow('高水位 hello')
  })
})
