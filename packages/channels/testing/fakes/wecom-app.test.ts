import { afterEach, describe, expect, it } from 'vitest'
import { startWecomAppFake, type WecomAppFake, type WecomAppFakeOptions } from '../index.ts'

const application = { corpId: 'c', corpSecret: 's', agentId: 7 }

describe('the fake WeCom application', () => {
  let app: WecomAppFake

  afterEach(() => app.close())

  const start = async (options: Partial<WecomAppFakeOptions> = {}) => {
    app = await startWecomAppFake({ ...application, ...options })
  }
  const ask = async (path: string, body?: object): Promise<Record<string, unknown>> => {
    const response = await fetch(
      `${app.url}/cgi-bin/${path}`,
      body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) },
    )
    return Object(await response.json())
  }
  const token = async () => String((await ask('gettoken?corpid=c&corpsecret=s')).access_token)
  const text = (content: string, more: object = {}) => ({
    touser: 'a',
    agentid: 7,
    msgtype: 'text',
    text: { content },
    ...more,
  })

  it('gives the same token while it is valid, to the right application', async () => {
    await start()
    expect(await ask('gettoken?corpid=x&corpsecret=s')).toMatchObject({ errcode: 40013 })
    expect(await ask('gettoken?corpid=c&corpsecret=x')).toMatchObject({ errcode: 40001 })
    expect(await token()).toBe(await token())
    expect(app.tokenRequests()).toBe(4)
  })

  it('checks token, agent, type and recipients', async () => {
    await start({ members: ['a'] })
    const good = `message/send?access_token=${await token()}`
    expect(await ask('message/send', text('x'))).toMatchObject({ errcode: 41001 })
    expect(await ask('message/send?access_token=old', text('x'))).toMatchObject({ errcode: 40014 })
    expect(await ask(good, text('x', { agentid: 8 }))).toMatchObject({ errcode: 301002 })
    expect(await ask(good, text('x', { msgtype: 'video' }))).toMatchObject({ errcode: 40008 })
    expect(await ask(good, text(''))).toMatchObject({ errcode: 44004 })
    expect(await ask(good, text('x', { touser: 'Nobody' }))).toMatchObject({ errcode: 81013 })
    expect(await ask(good, text('x', { touser: 'a|Nobody' }))).toMatchObject({
      errcode: 0,
      invaliduser: 'nobody',
    })
    app.behave({ refusesTokensWith: 42001 })
    expect(await ask(good, text('y'))).toMatchObject({ errcode: 42001 })
  })

  it('drops and cuts in silence, and reports it to the test', async () => {
    await start({ perMemberAndMinute: 1 })
    const good = `message/send?access_token=${await token()}`
    expect(await ask(good, text('告'.repeat(700)))).toMatchObject({ errcode: 0 })
    expect(await ask(good, text('second'))).toMatchObject({ errcode: 0 })
    expect(app.messages().map(({ warnings }) => warnings)).toEqual([['cut off in silence']])
    expect(app.requests().at(-1)?.warnings).toEqual(['dropped for a'])
  })

  it('shows a repeat within the duplicate check once', async () => {
    await start()
    const good = `message/send?access_token=${await token()}`
    const checked = text('x', { enable_duplicate_check: 1, duplicate_check_interval: 60 })
    expect(await ask(good, checked)).toMatchObject({ errcode: 0 })
    expect(await ask(good, checked)).toMatchObject({ errcode: 0 })
    expect(app.messages()).toHaveLength(1)
  })
})
