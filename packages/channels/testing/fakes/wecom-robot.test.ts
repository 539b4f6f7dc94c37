import { afterEach, describe, expect, it } from 'vitest'
import { startWecomRobotFake, type WecomRobotFake, type WecomRobotFakeOptions } from '../index.ts'

describe('the fake WeCom robot', () => {
  let robot: WecomRobotFake

  afterEach(() => robot.close())

  const start = async (options: WecomRobotFakeOptions = {}) => {
    robot = await startWecomRobotFake(options)
  }
  const text = (content: string) => ({ msgtype: 'text', text: { content } })

  async function post(body: unknown, query = '?key=k'): Promise<unknown> {
    const response = await fetch(`${robot.url}/cgi-bin/webhook/send${query}`, {
      method: 'POST',
      body: typeof body === 'string' ? body : JSON.stringify(body),
    })
    expect(response.status).toBe(200)
    return response.json()
  }

  it('checks key, type, size and characters', async () => {
    await start({ key: 'k' })
    expect(await post(text('a'), '?key=other')).toMatchObject({ errcode: 93000 })
    expect(await post({ msgtype: 'video' })).toMatchObject({ errcode: 40008 })
    expect(await post(text(''))).toMatchObject({ errcode: 44004 })
    expect(await post(text('告'.repeat(682)))).toMatchObject({ errcode: 0 })
    expect(await post(text('告'.repeat(683)))).toMatchObject({
      errcode: 40058,
      errmsg: expect.stringMatching(/text.content exceed max length 2048.*from ip: 203/),
    })
    const markdown = { msgtype: 'markdown', markdown: { content: 'x'.repeat(4_097) } }
    expect(await post(markdown)).toMatchObject({ errcode: 40058 })
    expect(await post('{"msgtype":"text","text":{"content":"\\u544a"}}')).toMatchObject({
      errcode: 40033,
    })
    expect(robot.messages()).toHaveLength(1)
    expect(robot.requests()).toHaveLength(7)
  })

  it('refuses for a minute after too many messages', async () => {
    await start({ limitPerMinute: 2 })
    const codes: unknown[] = []
    for (const name of ['1', '2', '3', '4']) codes.push(await post(text(name)))
    expect(codes).toMatchObject([
      { errcode: 0 },
      { errcode: 0 },
      { errcode: 45009 },
      { errcode: 45009 },
    ])
  })

  it('reports what would be swallowed silently', async () => {
    await start()
    const people = { content: 'x', mentioned_list: ['a'] }
    await post({ msgtype: 'markdown', markdown: people, at: {} })
    await post({ msgtype: 'markdown_v2', markdown_v2: { content: '<@a> <font color="info">' } })
    expect(robot.messages().map(({ warnings }) => warnings)).toEqual([
      ['unknown field at', 'markdown has no lists of people to mention'],
      ['markdown_v2 knows no mentions', 'markdown_v2 knows no colours'],
    ])
  })
})
