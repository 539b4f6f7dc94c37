import { hours, type Instant, instant, millis, minutes, plus } from '@highwater/core'
import type { ChannelMessage } from '@highwater/core/notify'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  type AlertmanagerFake,
  anAlertMessage,
  type Misbehaviour,
  startAlertmanagerFake,
} from '../../testing/index.ts'
import { aDigestMessage } from '../../testing/messages.ts'
import type { HttpPort } from '../io.ts'
import { createPorts, type Ports, sendThrough } from '../send.ts'
import { alertmanagerConfig } from './config.ts'
import { endsToRepeat } from './ends-to-repeat.ts'
import { renderAlertmanager } from './render.ts'

const at = instant(Date.UTC(2026, 0, 2, 3, 4, 5, 300))
const theEnd = anAlertMessage({ kind: 'resolved', sentFor: at })
const dateOf = (time: number): string => new Date(time).toUTCString()

describe('an end', () => {
  const config = alertmanagerConfig.parse({ addresses: ['http://10.0.0.8:9093'] })
  const entriesOf = (message: ChannelMessage) =>
    renderAlertmanager({ message, locale: 'en' }, config).alerts
  const repeated = (message: ChannelMessage, date: string | undefined, took = 0) =>
    endsToRepeat(entriesOf(message), date, millis(took)).map(({ form }) => [
      form.startsAt,
      form.endsAt,
    ])

  it.each([
    [700, 0, false, 'its second began after the end'],
    [699, 0, true, 'the end lies within the second that it told'],
    [700, 701, true, 'the call took so long that it may have been read before'],
    [-5_000, 0, true, 'its clock is behind ours'],
  ])(
    '%i ms after it by the peer’s clock, %i ms under way, is repeated: %s, as %s',
    (after, took, isRepeated) => {
      expect(repeated(theEnd, dateOf(at + after), took)).toHaveLength(isRepeated ? 1 : 0)
    },
  )

  it('is told again with a time that is past by the peer’s clock', () => {
    expect(repeated(theEnd, dateOf(at - 60_000))).toEqual([
      ['2026-01-02T02:58:05.000Z', '2026-01-02T03:03:04.000Z'],
    ])
  })

  it('takes the start of the alert with it where that is to come as well', () => {
    expect(repeated({ ...theEnd, openedAt: at }, dateOf(at - 60_000))).toEqual([
      ['2026-01-02T03:03:04.000Z', '2026-01-02T03:03:04.000Z'],
    ])
  })

  it('keeps its time where only a long call made it doubtful', () => {
    expect(repeated(theEnd, dateOf(at + 5_000), 9_000)).toEqual([
      ['2026-01-02T02:58:05.000Z', '2026-01-02T03:04:05.300Z'],
    ])
  })

  it('is not told again where nothing is known of the peer’s clock, nor is what still fires', () => {
    expect(repeated(theEnd, undefined)).toEqual([])
    expect(repeated(theEnd, 'soon')).toEqual([])
    expect(repeated(anAlertMessage({ sentFor: at }), dateOf(at - 60_000))).toEqual([])
  })
})

describe('an Alertmanager channel whose peers have clocks of their own', () => {
  let behind: AlertmanagerFake
  let right: AlertmanagerFake
  let ports: Ports
  let now: Instant

  beforeEach(async () => {
    now = at
    behind = await startAlertmanagerFake({ now: () => now - 60_000 })
    right = await startAlertmanagerFake({ now: () => now + 900 })
    ports = createPorts({ allowedNetworks: ['127.0.0.1'], deniedPorts: [] })
  })
  afterEach(async () => {
    await behind.close()
    await right.close()
    await ports.close()
  })

  const send = (message: ChannelMessage, http: HttpPort = ports.http) =>
    sendThrough(
      'alertmanager',
      { message, locale: 'en' },
      { config: { addresses: [right.url, behind.url] }, secrets: {} },
      {
        ...ports,
        http,
        now: () => now,
        signal: new AbortController().signal,
        deliveryId: 'a-delivery',
        incidentId: 'an-incident',
      },
    )
  /** From this call on, the peer that is behind misbehaves. */
  const failingFrom = (call: number, misbehaviour: Misbehaviour): HttpPort => {
    let calls = 0
    return {
      async request(request) {
        if (request.url.startsWith(behind.url)) calls += 1
        if (calls === call) behind.behave(misbehaviour)
        return ports.http.request(request)
      },
    }
  }

  it('ends an alert with each of them, and tells only the one twice that is behind', async () => {
    await send(anAlertMessage({ sentFor: at }))
    expect(await send(theEnd)).toMatchObject({ kind: 'delivered', detail: { reason: 'accepted' } })
    expect([right.firing(), behind.firing()]).toEqual([[], []])
    expect([right.messages().length, behind.messages().length]).toEqual([2, 3])
  })

  it('tells one twice that may have read the end long before it answered', async () => {
    await send(theEnd)
    expect(right.messages()).toHaveLength(1)
    const slow: HttpPort = {
      async request(request) {
        const answer = await ports.http.request(request)
        if (request.url.startsWith(right.url)) now = plus(now, millis(800))
        return answer
      },
    }
    await send(theEnd, slow)
    expect(right.messages()).toHaveLength(3)
  })

  it('repeats of a digest only what is over', async () => {
    const digest = aDigestMessage(4, { sentFor: at })
    await send(digest)
    const members = digest.members.map((member, index) =>
      index < 3 ? { ...member, state: 'closed' as const } : member,
    )
    expect(await send({ ...digest, members })).toMatchObject({ kind: 'delivered' })
    expect(behind.firing().map(({ annotations }) => annotations.id)).toEqual(['A4'])
    expect(behind.messages().at(-1)?.text).not.toContain(members[3]?.incidentId)
  })

  it.each([
    [{ status: 503, body: 'x' }],
    [{ status: 429, body: 'x' }],
    [{ dropAfterAccept: true }],
  ])('tries again when the repetition meets %j, until the end holds', async (misbehaviour) => {
    await send(anAlertMessage({ sentFor: at }))
    expect(await send(theEnd, failingFrom(2, misbehaviour))).toMatchObject({
      kind: 'transient',
      notBefore: now + 60_000,
      detail: { reason: 'some-peers-missed' },
    })
    behind.behave()
    now = plus(now, minutes(1))
    expect(await send(theEnd)).toMatchObject({ kind: 'delivered' })
    expect([right.firing(), behind.firing()]).toEqual([[], []])
  })

  it('tries again, too, when a digest has refused alerts beside the end that was not taken', async () => {
    const digest = aDigestMessage(2, { sentFor: at })
    await send({ ...digest, members: digest.members.slice(1) })
    const members = digest.members.map((member, index) =>
      index === 0
        ? { ...member, state: 'firing' as const, openedAt: plus(at, hours(400)) }
        : { ...member, state: 'closed' as const },
    )
    // Of its calls the second is the refused half, the third tells the end, the fourth repeats it.
    const failing = failingFrom(4, { status: 503, body: 'x', times: 1 })
    expect(await send({ ...digest, members }, failing)).toMatchObject({ kind: 'transient' })
    expect(await send({ ...digest, members })).toMatchObject({ kind: 'partial', refused: ['A1'] })
    expect(behind.firing()).toEqual([])
  })
})
