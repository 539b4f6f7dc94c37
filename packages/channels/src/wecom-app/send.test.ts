import { hours, type Instant, instant, plus } from '@highwater/core'
import type { ChannelMessage } from '@highwater/core/notify'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { anAlertMessage, startWecomAppFake, type WecomAppFake } from '../../testing/index.ts'
import { createPorts, type Ports, sendThrough } from '../send.ts'

const application = { corpId: 'ww1234567890', corpSecret: 'Zx81kLp0QzR8sTuV', agentId: 1_000_002 }
const realNow = (): Instant => instant(Math.floor(Date.now()))

describe('a channel through a WeCom application', () => {
  let app: WecomAppFake
  let ports: Ports
  let told = 0

  beforeAll(() => {
    ports = createPorts({ allowedNetworks: ['127.0.0.1'], deniedPorts: [] })
  })
  afterAll(() => ports.close())
  // A new address for each test, so that none finds the token of another.
  beforeEach(async () => {
    app = await startWecomAppFake({ ...application, members: ['LiLei', 'hanmeimei'] })
  })
  afterEach(() => app.close())

  const send = (
    config: object = {},
    options: { now?: () => Instant; message?: ChannelMessage } = {},
  ) => {
    told += 1
    const { corpId, agentId, corpSecret } = application
    return sendThrough(
      'wecom-app',
      { message: options.message ?? anAlertMessage({ shortId: `N${told}` }), locale: 'zh-CN' },
      {
        config: { baseUrl: app.url, corpId, agentId, toUser: ['LiLei'], ...config },
        secrets: { corpSecret },
      },
      {
        ...ports,
        now: options.now ?? realNow,
        signal: new AbortController().signal,
        deliveryId: 'a-delivery',
        incidentId: 'an-incident',
      },
    )
  }

  it('asks for one token, however many messages there are', async () => {
    const outcomes = await Promise.all(Array.from({ length: 5 }, () => send()))
    expect(outcomes.map(({ kind }) => kind)).toEqual(Array(5).fill('delivered'))
    await send()
    expect(app.tokenRequests()).toBe(1)
    expect(app.messages()).toHaveLength(6)
  })

  it('asks anew before the token ends', async () => {
    await send()
    expect(await send({}, { now: () => plus(realNow(), hours(2)) })).toMatchObject({
      kind: 'delivered',
    })
    expect(app.tokenRequests()).toBe(2)
  })

  it.each([40014, 42001] as const)('replaces a token that is refused with %i', async (code) => {
    await send()
    app.behave({ refusesTokensWith: code })
    expect(await send()).toMatchObject({ kind: 'delivered' })
    expect(app.tokenRequests()).toBe(2)
    expect(app.messages()).toHaveLength(2)
  })

  it('gives up when a fresh token is refused as well', async () => {
    app.behave({ refusesTokensWith: 42001, refusesAll: true })
    expect(await send()).toMatchObject({
      kind: 'rejected',
      fault: 'credentials',
      detail: { reason: 'token-refused', providerCode: '42001' },
    })
    expect(app.tokenRequests()).toBe(2)
  })

  it('lists who did not get it', async () => {
    expect(await send({ toUser: ['LiLei', 'Nobody', 'Nowhere'] })).toMatchObject({
      kind: 'partial',
      refused: ['nobody', 'nowhere'],
      detail: { reason: 'some-recipients-refused' },
    })
    expect(await send({ toUser: ['Nobody'] })).toMatchObject({
      kind: 'rejected',
      fault: 'recipient',
      detail: { reason: 'nobody-reachable' },
    })
    app.behave({ body: '{"errcode":0,"errmsg":"ok","invalidparty":"7","invalidtag":"1|2"}' })
    expect(await send()).toMatchObject({ refused: ['party 7', 'tag 1', 'tag 2'] })
  })

  it('reaches members, departments and tags in the words of the vendor', async () => {
    await send({ toUser: ['LiLei', 'hanmeimei'], toParty: [2, '3'], toTag: ['1'] })
    expect(JSON.parse(app.messages()[0]?.request.text ?? '')).toMatchObject({
      touser: 'LiLei|hanmeimei',
      toparty: '2|3',
      totag: '1',
      agentid: 1_000_002,
      msgtype: 'markdown',
      enable_duplicate_check: 1,
    })
  })

  it.each(['markdown', 'text', 'textcard'])('shows a repeated %s once', async (format) => {
    await send({ format }, { message: anAlertMessage() })
    const again = anAlertMessage({ note: 'may_be_a_duplicate' })
    expect(await send({ format }, { message: again })).toMatchObject({ kind: 'delivered' })
    expect(app.messages()).toHaveLength(1)
  })

  it('names what is wrong with agent and address', async () => {
    expect(await send({ agentId: 7 })).toMatchObject({
      fault: 'settings',
      detail: {
        reason: 'wrong-agent',
        providerMessage: expect.not.stringContaining('203.0.113.7'),
      },
    })
    const strict = await startWecomAppFake({ ...application, trustedAddresses: ['203.0.113.7'] })
    const outcome = await send({ baseUrl: strict.url })
    await strict.close()
    expect(outcome).toMatchObject({
      fault: 'settings',
      detail: {
        reason: 'source-address-refused',
        providerMessage: expect.stringContaining('from ip: 203.0.113.7'),
      },
    })
  })

  it.each([
    [{ body: '{"errcode":-1,"errmsg":"system busy"}' }, 'transient', 'provider-busy'],
    [{ body: '{"errcode":45009,"errmsg":"freq"}' }, 'throttled', 'too-many-messages'],
    [{ body: '{"errcode":0,"errmsg":"ok"}' }, 'transient', 'token-unavailable'],
    [{ body: '<html>Sign in</html>' }, 'transient', 'token-unavailable'],
    [{ status: 502, body: 'x' }, 'transient', 'server-error'],
    [{ dropBeforeResponse: true }, 'transient', 'cut-off-unsent'],
    [{ cutAnswer: true }, 'transient', 'cut-off-unsent'],
  ])('sends nothing when a token comes as %j', async (misbehaviour, kind, reason) => {
    app.behave(misbehaviour)
    expect(await send()).toMatchObject({ kind, detail: { reason } })
    expect(app.requests().filter(({ text }) => text !== '')).toEqual([])
  })

  it.each([
    [{ body: '{"errmsg":"ok"}' }, 'unknown', 'unreadable-answer'],
    [{ status: 500, body: '{"errcode":0}' }, 'transient', 'server-error'],
    [{ dropAfterAccept: true }, 'unknown', 'connection-lost'],
  ])('reads %j as %s: %s', async (misbehaviour, kind, reason) => {
    await send()
    app.behave(misbehaviour)
    expect(await send()).toMatchObject({ kind, detail: { reason } })
  })

  it('wants somebody to send to', async () => {
    expect(await send({ toUser: [] })).toMatchObject({ detail: { reason: 'invalid-settings' } })
  })
})
