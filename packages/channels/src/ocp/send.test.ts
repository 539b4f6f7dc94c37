import { instant } from '@highwater/core'
import type { ChannelMessage } from '@highwater/core/notify'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { anAlertMessage, aTestMessage, type OcpFake, startOcpFake } from '../../testing/index.ts'
import { aDigestMessage } from '../../testing/messages.ts'
import { createPorts, type Ports, type StoredSettings, sendThrough } from '../send.ts'
import { ocpConfig } from './config.ts'
import { renderOcp } from './render.ts'

const account = {
  user: 'highwater',
  password: 'kLp0QzR8sTuVwXyZ',
  accessKey: 'AK0123456789',
  secretKey: 'Zx81kLp0QzR8sTuVwXyZ1234',
}
const cluster = '0190d5a0-cccc-7000-8000-000000000001'

describe('an OCP channel', () => {
  let ocp: OcpFake
  let ports: Ports
  const alarmTypes = ['oms_sync_delay', 'highwater_test']

  beforeAll(async () => {
    ports = createPorts({ allowedNetworks: ['127.0.0.1'], deniedPorts: [] })
    ocp = await startOcpFake({ ...account, alarmTypes })
  })
  afterEach(() => ocp.behave())
  afterAll(async () => {
    await ocp.close()
    await ports.close()
  })

  const now = instant(Date.now())
  const send = (message: ChannelMessage, changes: Partial<StoredSettings> = {}) =>
    sendThrough(
      'ocp',
      { message, locale: 'zh-CN' },
      {
        config: { cluster },
        secrets: {},
        cluster: {
          config: { endpoint: ocp.url, signIn: 'access-key', accessKey: account.accessKey },
          secrets: { secretKey: account.secretKey },
        },
        ...changes,
      },
      {
        ...ports,
        now: () => now,
        signal: new AbortController().signal,
        deliveryId: 'a-delivery',
        incidentId: 'an-incident',
      },
    )

  it('reports an alert and its repeats as one alarm, and leaves its end to OCP', async () => {
    await send(anAlertMessage())
    await send(anAlertMessage({ kind: 'repeat', repeat: 1 }))
    const before = ocp.requests().length
    expect(await send(anAlertMessage({ kind: 'resolved' }))).toMatchObject({
      kind: 'delivered',
      detail: { reason: 'left-to-clear' },
    })
    expect(ocp.requests()).toHaveLength(before)
    expect(ocp.rows()).toMatchObject([
      {
        alarmType: 'oms_sync_delay',
        target: 'app=highwater:object=orders_to_dw:alert=K7Q2M',
        labels: { alert_id: 'an-incident', severity: 'warning', project: 'orders_to_dw' },
        reports: 2,
      },
    ])
  })

  it('reports what is open of a digest, and nothing of what is over', async () => {
    const digest = aDigestMessage(3)
    const members = digest.members.map((member, index) =>
      index === 1 ? { ...member, state: 'closed' as const } : member,
    )
    expect(await send({ ...digest, members })).toMatchObject({ kind: 'delivered' })
    const targets = ocp.rows().map(({ target }) => target.split(':alert=')[1])
    expect(targets).toEqual(expect.arrayContaining(['A1', 'A3']))
    expect(targets).not.toContain('A2')
  })

  it('only asks whether a cluster lets it in, where nothing may be reported', async () => {
    const before = ocp.messages().length
    const outcome = await send(aTestMessage({ asksOnly: true }))
    expect(outcome).toMatchObject({ kind: 'delivered', detail: { reason: 'cluster-accepts' } })
    expect(ocp.messages()).toHaveLength(before)
    expect(await send(aTestMessage())).toMatchObject({ detail: { reason: 'accepted' } })
  })

  it('says which alarm item OCP does not know, and takes another in its place', async () => {
    const message = anAlertMessage({ event: 'no_signal' })
    expect(await send(message)).toMatchObject({
      kind: 'rejected',
      fault: 'content',
      detail: {
        reason: 'alarm-refused',
        providerMessage: expect.stringMatching(/highwater_no_signal.*traceId/),
      },
    })
    const config = { cluster, alarmTypes: { no_signal: 'oms_sync_delay' } }
    expect(await send(message, { config })).toMatchObject({ kind: 'delivered' })
  })

  it('is refused when the clocks are more than a quarter of an hour apart', async () => {
    ocp.behave({ clockAheadMs: 16 * 60_000 })
    expect(await send(anAlertMessage())).toMatchObject({
      kind: 'rejected',
      fault: 'credentials',
      detail: { reason: 'cluster-sign-in-refused' },
    })
    ocp.behave({ clockAheadMs: -14 * 60_000 })
    expect(await send(anAlertMessage())).toMatchObject({ kind: 'delivered' })
  })

  it('waits for as long as the cluster says', async () => {
    const strict = await startOcpFake({ ...account, perMinute: 0 })
    const config = { endpoint: strict.url, user: account.user }
    const outcome = await send(anAlertMessage(), {
      cluster: { config, secrets: { password: account.password } },
    })
    await strict.close()
    expect(outcome).toMatchObject({ kind: 'throttled', retryAt: now + 30_000 })
  })

  it.each([
    [undefined],
    [{ config: { endpoint: 'http://10.0.0.8' }, secrets: {} }],
    [{ config: {}, secrets: { password: 'x' } }],
  ])('wants a cluster that is whole: %j is not', async (given) => {
    expect(await send(anAlertMessage(), { cluster: given })).toMatchObject({
      kind: 'rejected',
      fault: 'settings',
      detail: { reason: 'cluster-missing' },
    })
  })

  it.each([
    [{ body: '{"successful":true}' }, 'delivered', 'accepted'],
    [{ body: '{"data":{}}' }, 'unknown', 'unreadable-answer'],
    [{ body: '{"successful":false,"status":500,"error":null}' }, 'transient', 'server-error'],
    [{ body: '{"successful":false,"status":403}' }, 'rejected', 'cluster-sign-in-refused'],
    [{ status: 401, body: '<html>' }, 'rejected', 'cluster-sign-in-refused'],
    [{ status: 404, body: 'x' }, 'rejected', 'not-found'],
    [{ status: 404, body: '{"successful":false,"status":404}' }, 'rejected', 'not-found'],
    [{ status: 502, body: 'x' }, 'transient', 'server-error'],
  ])('reads %j as %s: %s', async (misbehaviour, kind, reason) => {
    ocp.behave(misbehaviour)
    expect(await send(anAlertMessage())).toMatchObject({ kind, detail: { reason } })
  })
})

it('a name cannot break out of the target', () => {
  const message = anAlertMessage({ project: null, subject: 'a=b:c=d e' })
  const [alarm] = renderOcp({ message, locale: 'en' }, ocpConfig.parse({ cluster })).alarms
  expect(alarm?.form.target).toBe('app=highwater:object=a_b_c_d_e:alert=K7Q2M')
})
