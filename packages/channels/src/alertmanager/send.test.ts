import { between, type Instant, instant, plus, seconds } from '@highwater/core'
import type { ChannelMessage } from '@highwater/core/notify'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  type AlertmanagerFake,
  anAlertMessage,
  startAlertmanagerFake,
} from '../../testing/index.ts'
import { aDigestMessage } from '../../testing/messages.ts'
import { unusedPort } from '../../testing/unused-port.ts'
import { channelInput } from '../catalog.ts'
import type { HttpPort } from '../io.ts'
import { createPorts, type Ports, sendThrough } from '../send.ts'
import { combinePeers } from './combine-peers.ts'

const bearerToken = 'kLp0QzR8sTuVwXyZ.1234-abcd'

describe('an Alertmanager channel', () => {
  let one: AlertmanagerFake
  let other: AlertmanagerFake
  let ports: Ports
  /** The time by our clock and theirs. */
  let now: Instant

  beforeAll(async () => {
    one = await startAlertmanagerFake({ bearerToken, now: () => now })
    other = await startAlertmanagerFake({ bearerToken, now: () => now })
    ports = createPorts({ allowedNetworks: ['127.0.0.1'], deniedPorts: [] })
  })
  afterAll(async () => {
    await one.close()
    await other.close()
    await ports.close()
  })

  const at = instant(Date.UTC(2026, 0, 2, 3, 4, 5))
  beforeEach(() => {
    now = at
  })
  const send = (message: ChannelMessage, config: object = {}, http: HttpPort = ports.http) =>
    sendThrough(
      'alertmanager',
      { message, locale: 'en' },
      { config: { addresses: [one.url], ...config }, secrets: { bearerToken } },
      {
        ...ports,
        http,
        now: () => now,
        signal: new AbortController().signal,
        deliveryId: 'a-delivery',
        incidentId: 'an-incident',
      },
    )
  const hours = (count: number) => instant(at + count * 3_600_000)

  it('holds an alert firing for the time that is set, and a repeat begins it anew', async () => {
    await send(anAlertMessage({ sentFor: at }), { holdHours: 2 })
    expect(one.firing(hours(1.9))).toHaveLength(1)
    expect(one.firing(hours(2.1))).toHaveLength(0)
    now = hours(1)
    const repeat = anAlertMessage({ kind: 'repeat', repeat: 1, sentFor: now })
    await send(repeat, { holdHours: 2 })
    expect(one.firing(hours(2.9))).toHaveLength(1)
    now = hours(2)
    await send(anAlertMessage({ kind: 'resolved', sentFor: now }))
    expect(one.firing(hours(2))).toHaveLength(0)
  })

  it('sends to every peer; one that takes it is enough, and the others are named', async () => {
    const gone = `http://127.0.0.1:${await unusedPort()}`
    const addresses = [one.url, other.url]
    expect(await send(anAlertMessage(), { addresses })).toMatchObject({ kind: 'delivered' })
    expect(other.messages()).toHaveLength(1)
    expect(await send(anAlertMessage(), { addresses: [gone, other.url] })).toMatchObject({
      kind: 'partial',
      refused: [gone],
      detail: { reason: 'some-peers-missed' },
    })
    expect(await send(anAlertMessage(), { addresses: [gone] })).toMatchObject({
      kind: 'transient',
    })
  })

  it('tells the end of an alert again to a peer that missed it, for an hour', async () => {
    const addresses = [one.url, other.url]
    await send(anAlertMessage({ sentFor: at }), { addresses })
    other.behave({ status: 503, body: 'x' })
    const end = anAlertMessage({ kind: 'resolved', sentFor: at })
    expect(await send(end, { addresses })).toMatchObject({
      kind: 'transient',
      notBefore: at + 60_000,
      detail: { reason: 'some-peers-missed' },
    })
    expect(other.firing(hours(1))).toHaveLength(1)
    const old = { ...end, sentFor: hours(-1) }
    expect((await send(old, { addresses })).kind).toBe('partial')
    other.behave()
    expect((await send(end, { addresses })).kind).toBe('delivered')
    expect(other.firing(hours(1))).toHaveLength(0)
  })

  it('finds out which alerts of a digest are refused, and stores the others', async () => {
    const digest = aDigestMessage(9, { sentFor: at })
    const members = digest.members.map((member, index) =>
      index === 4 ? { ...member, state: 'firing' as const, openedAt: hours(400) } : member,
    )
    expect(await send({ ...digest, members })).toMatchObject({
      kind: 'partial',
      refused: ['A5'],
      detail: { reason: 'some-alerts-refused', providerMessage: expect.stringContaining('start') },
    })
    expect(one.firing(hours(1)).map(({ annotations }) => annotations.id)).toEqual(
      expect.arrayContaining(['A1', 'A4', 'A6', 'A9']),
    )
  })

  it('gives up finding that out where each call takes long, and names all that are left', async () => {
    const digest = aDigestMessage(9, { sentFor: at })
    const members = digest.members.map((member) => ({
      ...member,
      state: 'firing' as const,
      openedAt: hours(400),
    }))
    const slow: HttpPort = {
      request(request) {
        now = plus(now, seconds(5))
        return ports.http.request(request)
      },
    }
    const told = await send({ ...digest, members }, {}, slow)
    expect(told).toMatchObject({ kind: 'rejected', detail: { reason: 'alerts-refused' } })
    expect(between(at, now)).toBeLessThan(seconds(40))
  })

  it.each([
    [{ body: '<html>Sign in</html>' }, 'unknown', 'unreadable-answer'],
    [{ status: 404, body: 'x' }, 'rejected', 'not-found'],
    [{ status: 400, body: '"bad"' }, 'rejected', 'alerts-refused'],
    [{ status: 500, body: 'x' }, 'transient', 'server-error'],
    [{ dropAfterAccept: true }, 'unknown', 'connection-lost'],
  ])('reads %j as %s: %s', async (misbehaviour, kind, reason) => {
    one.behave(misbehaviour)
    expect(await send(anAlertMessage())).toMatchObject({ kind, detail: { reason } })
    one.behave()
  })

  it('waits for the failure that may pass when no peer took it all', () => {
    const detail = { reason: 'x', httpStatus: null, providerCode: null, providerMessage: null }
    const refused = { kind: 'rejected', fault: 'settings', detail } as const
    const busy = { kind: 'transient', detail } as const
    const results = [
      { peer: 'a', outcome: refused, refused: [] },
      { peer: 'b', outcome: busy, refused: [] },
    ]
    expect(combinePeers(results, 1)).toBe(busy)
    expect(combinePeers([{ peer: 'b', outcome: busy, refused: ['A5'] }], 9)).toBe(busy)
  })
})

describe('the settings of an Alertmanager channel', () => {
  const faults = (config: object, secrets: object = {}) => {
    const parsed = channelInput.safeParse({
      kind: 'alertmanager',
      config: { addresses: ['http://10.0.0.8:9093/am/#/alerts'], ...config },
      secrets,
    })
    return parsed.success
      ? parsed.data.config
      : parsed.error.issues.map(({ path }) => path.join('.'))
  }

  it('take the address as a browser shows it', () => {
    expect(faults({})).toMatchObject({ addresses: ['http://10.0.0.8:9093/am'] })
  })

  it.each([
    [{ addresses: [] }, {}, 'config.addresses'],
    [{ labels: { alertname: 'x' } }, {}, 'config.labels.alertname'],
    [{ labels: { 'a-b': 'x' } }, {}, 'config.labels.a-b'],
    [{ username: 'u' }, {}, 'secrets.password'],
    [{ username: 'u' }, { password: 'p', bearerToken: 't' }, 'secrets.bearerToken'],
    [{ ca: 'x' }, {}, 'config.ca'],
    [{ holdHours: 721 }, {}, 'config.holdHours'],
  ])('%j with %j are refused at %s', (config, secrets, path) => {
    expect(faults(config, secrets)).toEqual([path])
  })
})
