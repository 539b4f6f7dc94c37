import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type Api, startApi } from './api.fixture.ts'

let api: Api
beforeAll(async () => {
  api = await startApi(inject('postgresUrl'))
})
afterAll(() => api.close())

async function saveHigh(changes: object): Promise<void> {
  const { body } = await api.ask('GET', '/protection-levels')
  const high = { ...Object(body?.high), ...changes }
  const saved = await api.ask('PUT', '/protection-levels', { body: { ...body, high } })
  expect(saved.status, saved.text).toBe(200)
}

test('the versions are listed newest first, each with who made it and how', async () => {
  await saveHigh({ latencySeconds: 60 })
  await saveHigh({ overrides: { migration: { latencySeconds: 120, interruptionSeconds: 90 } } })
  const { body } = await api.ask('GET', '/protection-levels/versions?limit=2')
  expect(body).toMatchObject({
    items: [
      { version: 3, origin: 'edit', restoredFrom: null, createdByName: expect.any(String) },
      { version: 2, high: { latencySeconds: 60 } },
    ],
    nextCursor: expect.any(String),
  })
})

test('one version tells what it changed and what restoring it would change', async () => {
  const third = await api.ask('GET', '/protection-levels/versions/3')
  expect(third.body?.changes).toEqual([
    { path: 'high.overrides.migration.interruptionSeconds', before: null, after: 90 },
    { path: 'high.overrides.migration.latencySeconds', before: null, after: 120 },
  ])
  expect(third.body?.differences).toEqual([])
  const first = await api.ask('GET', '/protection-levels/versions/1')
  expect(first.body).toMatchObject({ changes: [], createdAt: expect.stringMatching(/Z$/) })
  expect(first.body?.differences).toContainEqual({
    path: 'high.latencySeconds',
    before: 60,
    after: 30,
  })
})

test('an old version is restored, and the defaults come back', async () => {
  const restored = await api.ask('POST', '/protection-levels/versions/2/restore')
  expect(restored.body).toMatchObject({ version: 4, high: { latencySeconds: 60 } })
  const { body } = await api.ask('GET', '/protection-levels/versions/4')
  expect(body).toMatchObject({ origin: 'restore', restoredFrom: 2 })
  const reset = await api.ask('POST', '/protection-levels/reset')
  expect(reset.body).toMatchObject({ version: 5, high: { latencySeconds: 30 } })
})

test.each(['99', '0', 'newest', '1.5', '99999999999999'])(
  'version %s is not found',
  async (version) => {
    const path = `/protection-levels/versions/${version}`
    expect((await api.ask('GET', path)).status).toBe(404)
    expect((await api.ask('POST', `${path}/restore`)).status).toBe(404)
  },
)
