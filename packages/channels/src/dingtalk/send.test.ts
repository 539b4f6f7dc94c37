import { hours, type Instant, instant, minutes, plus } from '@highwater/core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import {
  anAlertMessage,
  aTestMessage,
  type DingtalkFake,
  startDingTalkFake,
} from '../../testing/index.ts'
import { createPorts, type Ports, sendThrough } from '../send.ts'

const token = 'f0e1d2c3b4a59687'
const signingSecret = 'SECb90923e19e58b466481e9e7b7a5b4f10'
const realNow = (): Instant => instant(Date.now())

describe('a DingTalk channel', () => {
  let robot: DingtalkFake
  let ports: Ports

  beforeAll(async () => {
    robot = await startDingTalkFake({
      token,
      secret: signingSecret,
      keyword: '高水位',
      limitPerMinute: 500,
    })
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

  let deliveries = 0
  const send = (
    options: { config?: object; now?: () => Instant; deliveryId?: string; format?: string } = {},
  ) => {
    deliveries += 1
    return sendThrough(
      'dingtalk',
      { message: anAlertMessage(), locale: 'zh-CN' },
      {
        config: { baseUrl: robot.url, keyword: '高水位', ...options.config },
        secrets: { webhook: token, signingSecret },
      },
      {
        ...ports,
        now: options.now ?? realNow,
        signal: new AbortController().signal,
        deliveryId: options.deliveryId ?? `delivery-${deliveries}`,
        incidentId: 'incident-1',
      },
    )
  }

  it.each(['markdown', 'actionCard', 'text'])(
    'sends %s once more without links where one is judged unsafe',
    async (format) => {
      expect(await send()).toMatchObject({ detail: { reason: 'accepted' } })
      robot.clear()
      robot.behave({ body: '{"errcode":430101,"errmsg":"unsafe url"}', times: 1 })
      expect(await send({ config: { format, atMobiles: ['13800000000'] } })).toMatchObject({
        kind: 'delivered',
        detail: { reason: 'sent-without-links' },
      })
      const [message] = robot.messages()
      expect(message?.text).toContain('orders_to_dw')
      expect(message?.text).toContain('高水位')
      expect(message?.request.text).toContain('13800000000')
      expect(message?.request.text).not.toContain('://')
    },
  )

  it('sends no links for an hour to a robot that has refused two in a row, and then asks again', async () => {
    const strict = await startDingTalkFake({ token, secret: signingSecret, keyword: '高水位' })
    const config = { baseUrl: strict.url }
    const reasonOf = async (now: () => Instant = realNow) =>
      (await send({ config, now })).detail.reason
    const refuseLinks = () =>
      strict.behave({ body: '{"errcode":430101,"errmsg":"unsafe url"}', times: 1 })
    refuseLinks()
    expect(await reasonOf()).toBe('sent-without-links')
    expect(await reasonOf()).toBe('accepted')
    for (let inARow = 0; inARow < 2; inARow += 1) {
      refuseLinks()
      expect(await reasonOf()).toBe('sent-without-links')
    }
    expect(await reasonOf()).toBe('sent-without-links')
    refuseLinks()
    expect(await reasonOf(() => plus(realNow(), minutes(61)))).toBe('clock-off')
    await strict.close()
  })

  it.each(['markdown', 'actionCard', 'text'])(
    'sends %s that the robot takes without a warning',
    async (format) => {
      const config = { format, atMobiles: ['13800000000'], atUserIds: ['manager001'] }
      expect(await send({ config })).toMatchObject({
        kind: 'delivered',
        detail: { providerCode: '0' },
      })
      expect(robot.messages()).toMatchObject([{ msgtype: format, warnings: [] }])
    },
  )

  it('repeats a delivery under the same id, so that the group sees it once', async () => {
    robot.behave({ dropAfterAccept: true, times: 1 })
    expect(await send({ deliveryId: 'same' })).toMatchObject({ kind: 'unknown' })
    expect(await send({ deliveryId: 'same' })).toMatchObject({ kind: 'delivered' })
    expect(robot.messages()).toHaveLength(1)
    expect(robot.requests()).toHaveLength(2)
  })

  it('signs whole milliseconds even when its clock has fractions', async () => {
    expect((await send({ now: () => instant(Date.now() + 0.25) })).kind).toBe('delivered')
  })

  it('tells how far the clocks are apart', async () => {
    const outcome = await send({ now: () => plus(realNow(), hours(2)) })
    expect(outcome).toMatchObject({
      kind: 'rejected',
      fault: 'settings',
      detail: { reason: 'clock-off' },
    })
    expect(outcome.detail.providerMessage).toMatch(/its clock minus ours: -72\d\d s/)
  })

  it.each([
    [{ stopped: true }, 'rejected', 'robot-stopped'],
    [{ dissolved: true }, 'rejected', 'group-dissolved'],
    [{ status: 500 }, 'transient', 'server-error'],
    [{ status: 502, body: '<html>Bad gateway</html>' }, 'transient', 'server-error'],
    [{ status: 200, body: '<html>Sign in</html>' }, 'unknown', 'unreadable-answer'],
    [{ status: 200, body: '{"errmsg":"ok"}' }, 'unknown', 'unreadable-answer'],
    [{ status: 200, body: '{"errcode":"0","errmsg":"ok"}' }, 'unknown', 'unreadable-answer'],
    [{ status: 302, headers: { location: '/' } }, 'rejected', 'redirected'],
    [{ dropBeforeResponse: true }, 'unknown', 'connection-lost'],
  ])('reads %j as %s: %s', async (misbehaviour, kind, reason) => {
    robot.behave(misbehaviour)
    expect(await send()).toMatchObject({ kind, detail: { reason } })
  })

  it('keeps what the layer in front of the robot says', async () => {
    robot.behave({
      body: '{"errcode":88,"errmsg":"ding talk error","sub_code":"60011","sub_msg":"no permission"}',
    })
    expect(await send()).toMatchObject({
      kind: 'rejected',
      fault: 'credentials',
      detail: { providerCode: '88', providerMessage: 'ding talk error 60011 no permission' },
    })
  })

  it('keeps away for ten minutes from a robot that was sent too much', async () => {
    robot.behave({ body: '{"errcode":130101,"errmsg":"send too fast","wait":5}' })
    const at = realNow()
    expect(await send({ now: () => at })).toMatchObject({
      kind: 'throttled',
      retryAt: at + 600_000,
    })
  })

  it('sends tests with the keyword as well', async () => {
    const outcome = await sendThrough(
      'dingtalk',
      { message: aTestMessage(), locale: 'en' },
      {
        config: { baseUrl: robot.url, keyword: '高水位' },
        secrets: { webhook: token, signingSecret },
      },
      {
        ...ports,
        now: realNow,
        signal: new AbortController().signal,
        deliveryId: 'a-test',
        incidentId: 'a-test',
      },
    )
    expect(outcome.kind).toBe('delivered')
  })

  it('refuses stored settings that lead elsewhere, without sending', async () => {
    const outcome = await sendThrough(
      'dingtalk',
      { message: anAlertMessage(), locale: 'en' },
      { config: {}, secrets: { webhook: `${robot.url}/robot/send?access_token=${token}` } },
      {
        ...ports,
        now: realNow,
        signal: new AbortController().signal,
        deliveryId: 'x',
        incidentId: 'x',
      },
    )
    expect(outcome).toMatchObject({ kind: 'rejected', detail: { reason: 'invalid-settings' } })
    expect(robot.requests()).toEqual([])
  })
})
