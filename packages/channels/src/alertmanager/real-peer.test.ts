import { type Instant, instant, millis, minus, minutes, plus } from '@highwater/core'
import type { ChannelMessage } from '@highwater/core/notify'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { aDigestMessage, anAlertMessage, aTestMessage } from '../../testing/messages.ts'
import { type AlertmanagerPeer, startAlertmanagerPeer } from '../../testing/peers/alertmanager.ts'
import { createPorts, type Ports, sendThrough } from '../send.ts'

const kept = z.array(
  z.looseObject({
    labels: z.record(z.string(), z.string()),
    annotations: z.record(z.string(), z.string()),
    startsAt: z.string(),
    generatorURL: z.string(),
  }),
)

describe('a real Alertmanager', () => {
  let peer: AlertmanagerPeer
  let ports: Ports
  let now: Instant

  beforeAll(async () => {
    peer = await startAlertmanagerPeer()
    ports = createPorts({ allowedNetworks: ['127.0.0.1'], deniedPorts: [] })
  }, 300_000)
  beforeEach(() => {
    now = instant(Date.now())
  })
  afterAll(async () => {
    await ports.close()
    await peer.close()
  })

  const send = (message: ChannelMessage, config: object = {}) =>
    sendThrough(
      'alertmanager',
      { message, locale: 'zh-CN' },
      { config: { addresses: [peer.url], ...config }, secrets: {} },
      {
        ...ports,
        now: () => now,
        signal: new AbortController().signal,
        deliveryId: 'a-delivery',
        incidentId: 'an-incident',
      },
    )
  const firing = async () => {
    const answer = await fetch(`${peer.url}/api/v2/alerts?active=true`)
    return kept.parse(await answer.json())
  }
  const alertmanager = (changes: Parameters<typeof anAlertMessage>[0] = {}) =>
    anAlertMessage({ openedAt: minus(now, minutes(6)), sentFor: now, ...changes })

  it('shows an alert once, whatever its messages say, until its end is told', async () => {
    expect(await send(alertmanager(), { labels: { team: 'dba' } })).toMatchObject({
      kind: 'delivered',
    })
    const repeat = alertmanager({ kind: 'repeat', repeat: 1, level: 'low', detail: '新的错误' })
    await send(repeat, { labels: { team: 'dba' } })
    const shown = await firing()
    expect(shown).toMatchObject([
      {
        labels: {
          alertname: 'sync_delay',
          alert_id: 'an-incident',
          severity: 'warning',
          subject: 'orders_to_dw',
          team: 'dba',
        },
        generatorURL: 'https://highwater.example.com/alerts/0190d5a0',
      },
    ])
    expect(shown[0]?.annotations.description).toContain('新的错误')
    expect(Date.parse(shown[0]?.startsAt ?? '')).toBe(minus(now, minutes(6)))
    await send(alertmanager({ kind: 'resolved', closeReason: 'recovered' }), {
      labels: { team: 'dba' },
    })
    expect(await firing()).toEqual([])
  })

  it('opens each alert of a digest, and ends those that are over', async () => {
    const digest = aDigestMessage(3, { sentFor: now })
    expect(await send(digest)).toMatchObject({ kind: 'delivered' })
    expect(await firing()).toHaveLength(3)
    const members = digest.members.map((member) => ({ ...member, state: 'closed' as const }))
    await send({ ...digest, members })
    expect(await firing()).toEqual([])
  })

  it.each([
    ['that began long ago', minutes(6)],
    ['that began', minutes(0)],
  ])('ends an alert %s in the future of its clock, which is behind ours', async (_, age) => {
    now = plus(now, millis(1_500))
    const alert = alertmanager({ openedAt: minus(now, age) })
    await send(alert)
    expect(await firing()).toHaveLength(1)
    expect(await send({ ...alert, kind: 'resolved', closeReason: 'recovered' })).toMatchObject({
      kind: 'delivered',
    })
    expect(await firing()).toEqual([])
  })

  it('ends those of a digest, too, when its clock is behind ours', async () => {
    now = plus(now, millis(1_500))
    const digest = aDigestMessage(3, { sentFor: now })
    await send(digest)
    const members = digest.members.map((member, index) =>
      index === 0 ? member : { ...member, state: 'closed' as const },
    )
    await send({ ...digest, members })
    expect(await firing()).toMatchObject([{ labels: { alert_id: members[0]?.incidentId } }])
    await send({ ...digest, members: members.map((each) => ({ ...each, state: 'closed' })) })
    expect(await firing()).toEqual([])
  })

  it('takes a test', async () => {
    expect(await send(aTestMessage({ sentFor: now }))).toMatchObject({ kind: 'delivered' })
    expect(await firing()).toMatchObject([{ labels: { alertname: 'highwater_test' } }])
  })
})
