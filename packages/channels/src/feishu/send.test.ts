import { hours, type Instant, instant, plus } from '@highwater/core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { anAlertMessage, type FeishuFake, startFeishuFake } from '../../testing/index.ts'
import { createPorts, type Ports, sendThrough } from '../send.ts'

const hook = '6f7c1d2e-3b4a-5968'
const signingSecret = 'kLp0QzR8sTuV'
const realNow = (): Instant => instant(Date.now())

describe('a Feishu channel', () => {
  let robot: FeishuFake
  let ports: Ports

  beforeAll(async () => {
    robot = await startFeishuFake({
      hook,
      secret: signingSecret,
      keyword: '高水位',
      perSecond: 500,
      perMinute: 500,
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

  const send = (options: { config?: object; now?: () => Instant } = {}) =>
    sendThrough(
      'feishu',
      { message: anAlertMessage(), locale: 'zh-CN' },
      {
        config: { baseUrl: robot.url, keyword: '高水位', ...options.config },
        secrets: { webhook: hook, signingSecret },
      },
      {
        ...ports,
        now: options.now ?? realNow,
        signal: new AbortController().signal,
        deliveryId: 'a-delivery',
        incidentId: 'an-incident',
      },
    )

  it.each(['card', 'post', 'text'])('sends %s as the robot wants it', async (format) => {
    const config = { format, atUserIds: ['ou_1a2b'], atAll: true }
    expect(await send({ config })).toMatchObject({
      kind: 'delivered',
      detail: { providerCode: '0' },
    })
    expect(robot.messages()).toMatchObject([{ warnings: [] }])
  })

  it('is refused without the keyword', async () => {
    expect(await send({ config: { keyword: '' } })).toMatchObject({
      kind: 'rejected',
      fault: 'settings',
      detail: { reason: 'keyword-missing', providerCode: '19024' },
    })
  })

  it('tells how far the clocks are apart', async () => {
    const outcome = await send({ now: () => plus(realNow(), hours(2)) })
    expect(outcome).toMatchObject({ kind: 'rejected', detail: { reason: 'signature-or-clock' } })
    expect(outcome.detail.providerMessage).toMatch(/its clock minus ours: -7[12]\d\d s/)
  })

  it.each([
    [{ body: '{"StatusCode":0,"StatusMessage":"success"}' }, 'delivered', 'accepted'],
    [{ body: '{"code":19001,"StatusCode":0,"msg":""}' }, 'rejected', 'unknown-robot'],
    [{ body: '{"code":"0"}' }, 'unknown', 'unreadable-answer'],
    [{ body: '{"msg":"success"}' }, 'unknown', 'unreadable-answer'],
    [{ body: '<html>Sign in</html>' }, 'unknown', 'unreadable-answer'],
    [{ status: 400, body: '{"code":9499,"msg":"Bad Request"}' }, 'rejected', 'malformed-request'],
    [{ status: 400, body: '{"code":0}' }, 'rejected', 'request-refused'],
    [{ status: 403, body: '{"code":424242}' }, 'rejected', 'not-authorised'],
    [{ status: 404, body: '{"code":424242}' }, 'rejected', 'not-found'],
    [{ body: '{"code":424242}' }, 'rejected', 'unlisted-code'],
    [{ status: 502, body: '{"code":0}' }, 'transient', 'server-error'],
    [{ status: 302, headers: { location: '/' } }, 'rejected', 'redirected'],
    [{ dropBeforeResponse: true }, 'unknown', 'connection-lost'],
    [{ dropAfterAccept: true }, 'unknown', 'connection-lost'],
  ])('reads %j as %s: %s', async (misbehaviour, kind, reason) => {
    robot.behave(misbehaviour)
    expect(await send()).toMatchObject({ kind, detail: { reason } })
  })

  it.each([
    [{ status: 400, body: '{"code":9499,"msg":"too many request"}' }, 60_000],
    [{ status: 429, body: '{"code":9499}', headers: { 'x-ogw-ratelimit-reset': '30' } }, 30_000],
    [{ status: 429, body: '{"code":424242}' }, 60_000],
    [{ body: '{"code":11232,"msg":"frequency limited"}' }, 60_000],
    [{ status: 429, body: '{"code":99991400}', headers: { 'x-ogw-ratelimit-reset': '7' } }, 7_000],
  ])('keeps away from a robot that says %j', async (misbehaviour, wait) => {
    robot.behave(misbehaviour)
    const at = instant(Math.floor(realNow()))
    expect(await send({ now: () => at })).toMatchObject({ kind: 'throttled', retryAt: at + wait })
  })
})
