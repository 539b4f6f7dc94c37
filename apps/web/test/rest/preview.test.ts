import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type Api, startApi } from './api.fixture.ts'

let api: Api
beforeAll(async () => {
  api = await startApi(inject('postgresUrl'))
})
afterAll(() => api.close())

const path = '/protection-levels/preview'

async function levelsWith(high: object) {
  const { body } = await api.ask('GET', '/protection-levels')
  return { ...body, high: { ...Object(body?.high), ...high } }
}

test('a preview says what would close, and what each of thirty days would have seen', async () => {
  const { body: project } = await api.ask('POST', '/projects', {
    body: { name: 'orders', kind: 'synchronization', protectionLevel: 'high' },
  })
  const from = Date.now() - 60_000
  const signals = [2, 45, 45, 50].map((latencySeconds, index) => ({
    project: project?.id,
    observedAt: new Date(from + index * 10_000).toISOString(),
    latencySeconds,
  }))
  for (const signal of signals) await api.ask('POST', '/signals', { body: { signals: [signal] } })

  const { status, body } = await api.ask('POST', path, {
    body: await levelsWith({ latencySeconds: 60 }),
  })
  expect(status).toBe(200)
  expect(body).toMatchObject({
    projects: 1,
    impact: { wouldClose: { count: 0 }, wouldOpen: { count: 0, items: [] } },
    backtest: { last7Days: { before: 1, after: 0 }, last30Days: { before: 1, after: 0 } },
  })
  const days = Object(body?.backtest).days
  expect(days).toHaveLength(30)
  // The day of the signals, which may be over by now.
  const day = signals[1]?.observedAt.slice(0, 10)
  expect(days.filter(({ before }: { before: number }) => before > 0)).toEqual([
    { day, before: 1, after: 0, resolution: 'signal' },
  ])
})

test('another level for projects is previewed by their ids and by a filter', async () => {
  const { body: project } = await api.ask('POST', '/projects', {
    body: { name: 'invoices', kind: 'synchronization', protectionLevel: 'low' },
  })
  const from = Date.now() - 60_000
  for (const [index, latencySeconds] of [2, 45, 45].entries()) {
    const observedAt = new Date(from + index * 10_000).toISOString()
    const signals = [{ project: project?.id, observedAt, latencySeconds }]
    await api.ask('POST', '/signals', { body: { signals } })
  }
  for (const choice of [{ projects: [project?.id] }, { filter: { q: 'invoices' } }]) {
    const { status, body } = await api.ask('POST', '/projects/protection-level/preview', {
      body: { level: 'high', ...choice },
    })
    expect(status).toBe(200)
    expect(body).toMatchObject({
      projects: 1,
      impact: { wouldOpen: { count: 1, items: [{ project: { name: 'invoices' } }] } },
      backtest: { last7Days: { before: 0, after: 1 } },
    })
  }
  const { body } = await api.ask('POST', '/projects/protection-level/preview', {
    body: { level: 'low', projects: [project?.id] },
  })
  expect(body).toMatchObject({ projects: 0, impact: { wouldOpen: { count: 0 } } })
})

test('a preview is judged like the save that it precedes', async () => {
  const outOfRange = await api.ask('POST', path, { body: await levelsWith({ latencySeconds: 0 }) })
  expect(outOfRange.status).toBe(422)
  expect(outOfRange.body).toMatchObject({
    code: 'invalid_input',
    errors: [{ path: 'high.latencySeconds' }],
  })
  const outOfOrder = await api.ask('POST', path, {
    body: {
      ...(await levelsWith({})),
      medium: { latencySeconds: 30, interruptionSeconds: 29, frequencyMinutes: 3 },
    },
  })
  expect(outOfOrder.status).toBe(422)
  const stale = await api.ask('POST', path, { body: { ...(await levelsWith({})), version: 99 } })
  expect(stale.status).toBe(409)
  expect((await api.ask('POST', path, { body: {} })).status).toBe(422)
})
