import { instant } from '@highwater/core'
import type { ChannelMessage, DigestMessage } from '@highwater/core/notify'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import {
  anAlertMessage,
  aTestMessage,
  type PagerdutyFake,
  startPagerdutyFake,
} from '../../testing/index.ts'
import { aDigestMessage } from '../../testing/messages.ts'
import type { ChannelIo } from '../io.ts'
import { createPorts, type Ports, sendThrough } from '../send.ts'
import { renderPagerduty } from './render.ts'

const routingKey = 'R0kLp0QzR8sTuVwXyZ1234abcdef5678'
const [first = '', second = ''] = aDigestMessage(2).members.map(({ incidentId }) => incidentId)

describe('a PagerDuty channel', () => {
  let events: PagerdutyFake
  let ports: Ports

  beforeAll(async () => {
    ports = createPorts({ allowedNetworks: ['127.0.0.1'], deniedPorts: [] })
    events = await startPagerdutyFake({ routingKey, perMinute: 20 })
  })
  afterEach(async () => {
    await events.close()
    events = await startPagerdutyFake({ routingKey, perMinute: 20 })
  })
  afterAll(async () => {
    await events.close()
    await ports.close()
  })

  const at = instant(1_767_323_045_000)
  const send = (message: ChannelMessage, changes: Partial<ChannelIo> = {}, config: object = {}) =>
    sendThrough(
      'pagerduty',
      { message, locale: 'en' },
      { config: { baseUrl: events.url, ...config }, secrets: { routingKey } },
      {
        ...ports,
        now: () => at,
        signal: new AbortController().signal,
        deliveryId: 'a-delivery',
        incidentId: first,
        ...changes,
      },
    )

  it('opens one incident, joins its repeats and resolves it', async () => {
    await send(anAlertMessage())
    await send(anAlertMessage({ kind: 'repeat', repeat: 1 }))
    expect(events.incidents().get(first)).toMatchObject({ state: 'open', triggers: 2 })
    await send(anAlertMessage({ kind: 'resolved', closeReason: 'recovered' }))
    expect(events.incidents().get(first)).toMatchObject({ state: 'resolved' })
  })

  it('opens nothing for the end of an alert that it never heard of', async () => {
    expect(await send(anAlertMessage({ kind: 'resolved' }))).toMatchObject({ kind: 'delivered' })
    expect(events.incidents().size).toBe(0)
  })

  it('opens and resolves each alert of a digest under its own key', async () => {
    await send(anAlertMessage())
    const digest = aDigestMessage(2)
    const [closed, open] = digest.members
    if (closed === undefined || open === undefined) throw new Error('The digest has two members.')
    const members = [{ ...closed, state: 'closed' as const }, open]
    expect(await send({ ...digest, members })).toMatchObject({ kind: 'delivered' })
    expect(events.incidents().get(first)).toMatchObject({ state: 'resolved' })
    expect(events.incidents().get(second)).toMatchObject({ state: 'open' })
  })

  it('leaves nothing open behind a test', async () => {
    expect(await send(aTestMessage())).toMatchObject({
      kind: 'delivered',
      detail: { reason: 'event-taken' },
    })
    expect(events.incidents().get(first)).toMatchObject({ state: 'resolved', triggers: 1 })
  })

  it('says of a test whose end was refused that it has to be resolved by hand', async () => {
    const crowded = await startPagerdutyFake({ routingKey, perMinute: 1 })
    const outcome = await send(aTestMessage(), {}, { baseUrl: crowded.url })
    await crowded.close()
    expect(outcome).toMatchObject({ kind: 'delivered', detail: { reason: 'test-left-open' } })
  })

  it('sends a long digest in parts that leave room for other alerts', async () => {
    const roomy = await startPagerdutyFake({ routingKey, perMinute: 500 })
    const digest = aDigestMessage(100)
    const part = (seconds: number) =>
      send(
        digest,
        { deliveryId: 'in-parts', now: () => instant(at + seconds * 1_000) },
        { baseUrl: roomy.url },
      )
    expect(await part(0)).toMatchObject({ kind: 'throttled', retryAt: at + 30_000 })
    expect(roomy.requests()).toHaveLength(40)
    expect(await part(30)).toMatchObject({ kind: 'throttled', retryAt: at + 60_000 })
    expect(await part(60)).toMatchObject({ kind: 'delivered' })
    expect(roomy.incidents().size).toBe(100)
    expect(roomy.requests()).toHaveLength(100)
    await roomy.close()
  })

  it.each([
    ['has lost alerts to a silence', ({ members }: DigestMessage) => members.slice(5)],
    [
      'names those that are over last',
      ({ members }: DigestMessage) => [
        ...members.slice(5),
        ...members.slice(0, 5).map((member) => ({ ...member, state: 'closed' as const })),
      ],
    ],
  ])('goes on with a digest that %s since its first part', async (why, change) => {
    const roomy = await startPagerdutyFake({ routingKey, perMinute: 500 })
    const part = (message: DigestMessage, seconds: number) =>
      send(
        message,
        { deliveryId: why, now: () => instant(at + seconds * 1_000) },
        { baseUrl: roomy.url },
      )
    const digest = aDigestMessage(60)
    expect(await part(digest, 0)).toMatchObject({ kind: 'throttled' })
    const members = change(digest)
    expect(await part({ ...digest, members }, 30)).toMatchObject({ kind: 'delivered' })
    for (const { incidentId, state } of members) {
      const isOpen = roomy.incidents().get(incidentId)?.state === 'open'
      expect(isOpen).toBe(state !== 'closed')
    }
    await roomy.close()
  })

  it('tells of every alert of a digest, however many there are', () => {
    const { events: told, shortened } = renderPagerduty({
      message: aDigestMessage(1_500),
      locale: 'en',
    })
    expect(told).toHaveLength(1_500)
    expect(shortened).toBe(false)
  })

  it('goes on with a digest where it was throttled', async () => {
    expect(await send(aDigestMessage(30), { deliveryId: 'long' })).toMatchObject({
      kind: 'throttled',
      retryAt: at + 120_000,
    })
    const opened = events.incidents().size
    expect(opened).toBe(20)
    const before = events.requests().length
    events.behave({ status: 202, body: '{"status":"success"}' })
    expect(await send(aDigestMessage(30), { deliveryId: 'long' })).toMatchObject({
      kind: 'delivered',
    })
    expect(before).toBe(24)
  })

  it('says of a digest that fails after some alerts that a part has arrived', async () => {
    const crowded = await startPagerdutyFake({ routingKey, perMinute: 20 })
    const told = await send(aDigestMessage(30), { deliveryId: 'part' }, { baseUrl: crowded.url })
    expect(told).toMatchObject({ kind: 'throttled', inPart: true })
    const none = await startPagerdutyFake({ routingKey: 'another', perMinute: 20 })
    const refused = await send(aDigestMessage(30), { deliveryId: 'none' }, { baseUrl: none.url })
    expect(refused.kind).toBe('rejected')
    expect(refused).not.toHaveProperty('inPart')
    await crowded.close()
    await none.close()
  })

  it('lists the alerts of a digest that are refused', async () => {
    events.behave({ status: 400, body: '{"status":"invalid event","errors":["x"]}', times: 1 })
    expect(await send(aDigestMessage(3), { deliveryId: 'three' })).toMatchObject({
      kind: 'partial',
      refused: [expect.stringMatching(/^A[123]$/)],
      detail: { reason: 'some-alerts-refused' },
    })
  })

  it('knows the hosts of both regions', async () => {
    const asked: string[] = []
    const http: ChannelIo['http'] = {
      async request({ url }) {
        asked.push(new URL(url).origin)
        return { kind: 'answer', status: 202, headers: {}, text: '{"status":"success"}' }
      },
    }
    for (const region of ['us', 'eu']) {
      await send(anAlertMessage(), { http }, { baseUrl: '', region })
    }
    expect(asked).toEqual(['https://events.pagerduty.com', 'https://events.eu.pagerduty.com'])
  })

  it.each([
    [{ status: 202, body: '{"status":"success"}' }, 'delivered', 'event-taken'],
    [{ status: 202, body: '<html>' }, 'unknown', 'unreadable-answer'],
    [{ status: 200, body: '{"status":"success"}' }, 'unknown', 'unreadable-answer'],
    [
      { status: 400, body: '{"status":"invalid event","errors":["routing_key is wrong"]}' },
      'rejected',
      'routing-key-refused',
    ],
    [
      { status: 400, body: '{"status":"invalid key","message":"Invalid routing key"}' },
      'rejected',
      'routing-key-refused',
    ],
    [{ status: 400, body: '{"status":"invalid event"}' }, 'rejected', 'malformed-request'],
    [{ status: 429, body: '' }, 'throttled', 'too-many-messages'],
    [{ status: 500, body: 'x' }, 'transient', 'server-error'],
    [{ dropAfterAccept: true }, 'unknown', 'connection-lost'],
  ])('reads %j as %s: %s', async (misbehaviour, kind, reason) => {
    events.behave(misbehaviour)
    expect(await send(anAlertMessage())).toMatchObject({ kind, detail: { reason } })
  })
})

describe('a PagerDuty event', () => {
  it.each([
    ['critical', 'low', 'critical'],
    ['warning', 'high', 'error'],
    ['warning', 'medium', 'warning'],
    ['info', 'high', 'info'],
  ] as const)('of a %s alert at level %s is %s', (severity, level, told) => {
    const message = anAlertMessage({ severity, level })
    const [event] = renderPagerduty({ message, locale: 'en' }).events
    expect(event?.form.payload.severity).toBe(told)
  })

  it('keeps its facts by their names, in whatever words a template puts the rest', () => {
    const template = {
      headline: 'Own headline',
      text: 'Own words',
      facts: `Who: \${owner}\nWhat: \${project}`,
      detail: true,
    }
    const details = (own?: typeof template) =>
      renderPagerduty({ message: anAlertMessage(), locale: 'en', template: own }).events[0]?.form
        .payload
    const { description: _, ...facts } = details()?.custom_details ?? {}
    expect(details(template)).toMatchObject({ summary: 'Own headline', group: '数据平台' })
    expect(details(template)?.custom_details).toEqual({ ...facts, description: 'Own words' })
  })

  it('keeps to the lengths that are taken, whatever the names are', () => {
    const message = anAlertMessage({ project: null, subject: '告👨‍👩‍👧'.repeat(600) })
    const [event] = renderPagerduty({ message, locale: 'zh-CN' }).events
    expect(event?.form.payload.summary.length).toBeLessThanOrEqual(1_024)
    expect(event?.form.payload.source.length).toBeLessThanOrEqual(255)
  })
})
