import { afterEach, expect, it } from 'vitest'
import { type PagerdutyFake, startPagerdutyFake } from '../index.ts'

let events: PagerdutyFake

afterEach(() => events.close())

const key = 'k'.repeat(32)
const post = async (body: object): Promise<number> => {
  const response = await fetch(`${events.url}/v2/enqueue`, {
    method: 'POST',
    body: JSON.stringify({ routing_key: key, ...body }),
  })
  return response.status
}
const payload = { summary: 's', source: 'x', severity: 'error' }

it('the fake refuses what the vendor refuses', async () => {
  events = await startPagerdutyFake({ routingKey: key })
  expect(await post({ event_action: 'trigger', payload, routing_key: 'short' })).toBe(400)
  expect(await post({ event_action: 'trigger', payload, routing_key: 'z'.repeat(32) })).toBe(400)
  expect(await post({ event_action: 'resolve' })).toBe(400)
  expect(await post({ event_action: 'trigger', payload: { ...payload, severity: 'high' } })).toBe(
    400,
  )
  const summary = 'x'.repeat(1_025)
  expect(await post({ event_action: 'trigger', payload: { ...payload, summary } })).toBe(400)
})

it('the fake joins triggers, resolves once, and drops what it never heard of', async () => {
  events = await startPagerdutyFake({ perMinute: 4 })
  expect(await post({ event_action: 'resolve', dedup_key: 'a' })).toBe(202)
  expect(events.incidents().size).toBe(0)
  for (const _ of [1, 2]) await post({ event_action: 'trigger', dedup_key: 'a', payload })
  expect(events.incidents().get('a')).toMatchObject({ state: 'open', triggers: 2 })
  await post({ event_action: 'resolve', dedup_key: 'a' })
  expect(events.incidents().get('a')?.state).toBe('resolved')
  expect(await post({ event_action: 'trigger', dedup_key: 'a', payload })).toBe(429)
})
