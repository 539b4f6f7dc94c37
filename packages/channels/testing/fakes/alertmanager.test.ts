import { afterEach, expect, it } from 'vitest'
import { type AlertmanagerFake, startAlertmanagerFake } from '../index.ts'

let peer: AlertmanagerFake

afterEach(() => peer.close())

const post = async (alerts: unknown): Promise<number> => {
  const url = `${peer.url}/api/v2/alerts`
  return (await fetch(url, { method: 'POST', body: JSON.stringify(alerts) })).status
}

it('the fake knows alerts by their labels and ends them by their times', async () => {
  peer = await startAlertmanagerFake()
  const labels = { alertname: 'a' }
  const startsAt = '2026-01-02T03:00:00Z'
  const time = (text: string) => Date.parse(text)
  await post([{ labels, startsAt, endsAt: '2026-01-02T11:00:00+08:00' }])
  expect(peer.firing(time('2026-01-02T03:00:00Z'))).toHaveLength(0)
  await post([{ labels, startsAt, endsAt: '2026-01-02T04:00:00Z' }])
  expect(peer.firing(time('2026-01-02T03:59:59Z'))).toHaveLength(1)
  expect(peer.firing(time('2026-01-02T04:00:00Z'))).toHaveLength(0)
  await post([{ labels: { alertname: 'b' } }])
  expect(peer.firing()).toHaveLength(1)
  expect(peer.firing(Date.now() + 301_000)).toHaveLength(0)
})

it('the fake stores what is valid and refuses the rest', async () => {
  peer = await startAlertmanagerFake()
  expect(await post({})).toBe(400)
  const bad = [
    { labels: { alertname: '' } },
    { labels: { 'a-b': 'x' } },
    { labels: { alertname: 'x' }, startsAt: '2026-01-02 03:00:00' },
    {
      labels: { alertname: 'y' },
      startsAt: '2026-01-02T03:00:00Z',
      endsAt: '2026-01-01T03:00:00Z',
    },
  ]
  expect(await post([...bad, { labels: { alertname: 'good', empty: '' } }])).toBe(400)
  expect(peer.firing().map(({ labels }) => labels)).toEqual([{ alertname: 'good' }])
})

it('the fake takes an alert for over when its end is past by its own clock', async () => {
  const now = Date.parse('2026-01-02T03:30:00.400Z')
  peer = await startAlertmanagerFake({ now: () => now })
  const alert = { labels: { alertname: 'a' }, startsAt: '2026-01-02T03:00:00Z' }
  await post([{ ...alert, endsAt: '2026-01-09T03:00:00Z' }])
  await post([{ ...alert, endsAt: '2026-01-02T03:30:00.500Z' }])
  expect(peer.firing(now + 3_600_000)).toHaveLength(1)
  await post([{ ...alert, endsAt: '2026-01-02T03:30:00.300Z' }])
  expect(peer.firing()).toHaveLength(0)
  await post([{ labels: { alertname: 'b' } }])
  await post([{ labels: { alertname: 'b' }, endsAt: '2026-01-02T03:30:01Z' }])
  expect(peer.firing(now + 1_000)).toHaveLength(0)
})
