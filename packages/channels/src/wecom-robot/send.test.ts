import { type Instant, instant } from '@highwater/core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { anAlertMessage, startWecomRobotFake, type WecomRobotFake } from '../../testing/index.ts'
import { rateLimitsOf } from '../catalog.ts'
import { createPorts, type Ports, sendThrough } from '../send.ts'

const key = '693a91f6-7a0c-4bc4'
const realNow = (): Instant => instant(Math.floor(Date.now()))

describe('a WeCom robot channel', () => {
  let robot: WecomRobotFake
  let ports: Ports

  beforeAll(async () => {
    robot = await startWecomRobotFake({ key, limitPerMinute: 500 })
    ports = createPorts({ allowedNetworks: ['127.0.0.1'], deniedPorts: [] })
  })
  afterAll(async () => {
    await robot.close()
    await ports.close()
  })
  afterEach(() => {
    robot.behave()
    robot.clear()
  })

  const send = (config: object = {}, now = realNow) =>
    sendThrough(
      'wecom-robot',
      { message: anAlertMessage(), locale: 'zh-CN' },
      { config: { baseUrl: robot.url, ...config }, secrets: { webhook: key } },
      {
        ...ports,
        now,
        signal: new AbortController().signal,
        deliveryId: 'a-delivery',
        incidentId: 'an-incident',
      },
    )

  it.each(['markdown', 'markdown_v2', 'text'])('sends %s as the robot wants it', async (format) => {
    const people = { mentionedUserIds: ['lilei'], mentionedMobiles: ['13800000000'], atAll: true }
    expect(await send({ format, ...people })).toMatchObject({ kind: 'delivered' })
    const messages = robot.messages()
    expect(messages).toHaveLength(format === 'text' ? 1 : 2)
    expect(messages.flatMap(({ warnings }) => warnings)).toEqual([])
    expect(messages.at(-1)?.request.text).toContain('"mentioned_mobile_list":["13800000000"]')
  })

  it('keeps room in the budget for the second message', () => {
    const rate = (config: object) => rateLimitsOf('wecom-robot', config).map(({ count }) => count)
    expect(rate({ mentionedUserIds: ['lilei'] })).toEqual([18])
    expect(rate({ mentionedMobiles: ['13800000000'] })).toEqual([9])
  })

  it('does not repeat an alert because its mention failed, and names who was not called', async () => {
    const at = realNow()
    const robotOfOne = await startWecomRobotFake({ limitPerMinute: 1 })
    const config = {
      baseUrl: robotOfOne.url,
      // Called by the first message already.
      mentionedUserIds: ['lilei'],
      mentionedMobiles: ['13800000000'],
      atAll: true,
    }
    const outcome = await send(config, () => at)
    await robotOfOne.close()
    expect(outcome).toMatchObject({
      kind: 'partial',
      refused: ['@all', '13800000000'],
      retryAt: at + 60_000,
      detail: { reason: 'mention-failed', providerCode: '45009' },
    })
  })

  it('does not tell from which address it came', async () => {
    const outcome = await send({ baseUrl: robot.url, format: 'text' })
    expect(outcome.kind).toBe('delivered')
    robot.behave({
      body: '{"errcode":93000,"errmsg":"invalid webhook url, hint: [17], from ip: 203.0.113.7, more info at https://open.work.weixin.qq.com"}',
    })
    const refused = await send()
    expect(refused).toMatchObject({
      fault: 'credentials',
      detail: {
        providerMessage: expect.stringMatching(/^invalid webhook url, hint: \[17\], more/),
      },
    })
  })

  it.each([
    [{ body: '{"errcode":-1,"errmsg":"system busy"}' }, 'transient', 'provider-busy'],
    [
      { body: '{"errcode":0,"errmsg":"Warning: wrong json format."}' },
      'delivered',
      'accepted-with-warning',
    ],
    [{ body: '{"errmsg":"ok"}' }, 'unknown', 'unreadable-answer'],
    [{ body: '<html>Sign in</html>' }, 'unknown', 'unreadable-answer'],
    [{ status: 500, body: '{"errcode":0}' }, 'transient', 'server-error'],
    [{ dropAfterAccept: true }, 'unknown', 'connection-lost'],
  ])('reads %j as %s: %s', async (misbehaviour, kind, reason) => {
    robot.behave(misbehaviour)
    expect(await send()).toMatchObject({ kind, detail: { reason } })
  })

  it('keeps away for a minute from a robot that was sent too much', async () => {
    robot.behave({ body: '{"errcode":45009,"errmsg":"api freq out of limit"}' })
    const at = realNow()
    expect(await send({}, () => at)).toMatchObject({ kind: 'throttled', retryAt: at + 60_000 })
  })
})
