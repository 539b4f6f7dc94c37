import { parameterKeys } from '@highwater/core/parameters'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type Api, startApi } from './api.fixture.ts'

let api: Api
beforeAll(async () => {
  api = await startApi(inject('postgresUrl'))
})
afterAll(() => api.close())

test('every parameter is listed with what it is and what it may be', async () => {
  const { body } = await api.ask('GET', '/parameters')
  expect(body).toMatchObject({ nextCursor: null, version: 1 })
  const items = body?.items as { key: string }[]
  expect(items.map(({ key }) => key)).toEqual(parameterKeys)
  expect(items.find(({ key }) => key === 'hostDiskPercent')).toEqual({
    key: 'hostDiskPercent',
    group: 'hosts',
    meaning: expect.stringContaining('disk'),
    unit: 'percent',
    min: 1,
    max: 100,
    default: 90,
    value: 90,
    isDefault: true,
    changedAt: null,
    changedByName: null,
  })
})

test('several are set at once, a stale version is a conflict, and a deletion resets', async () => {
  const set = await api.ask('PATCH', '/parameters', {
    body: { stormAlerts: 50, stormWindowSeconds: 120, version: 1 },
  })
  expect(set.status, set.text).toBe(200)
  expect(set.body).toMatchObject({ version: 2 })
  const stale = await api.ask('PATCH', '/parameters', { body: { stormAlerts: 60, version: 1 } })
  expect(stale.status).toBe(409)
  const reset = await api.ask('DELETE', '/parameters/stormAlerts')
  expect(reset.body).toMatchObject({
    key: 'stormAlerts',
    value: 20,
    isDefault: true,
    changedAt: expect.stringMatching(/Z$/),
  })
  const audit = await api.ask('GET', '/audit-events?target=parameter')
  expect(audit.body?.items).toMatchObject([
    { targetId: 'stormAlerts' },
    { targetId: 'stormWindowSeconds' },
    { targetId: 'stormAlerts' },
  ])
})

test('what is out of range or does not fit is told at its own path', async () => {
  const out = await api.ask('PATCH', '/parameters', { body: { clearRatio: 1.5 } })
  expect(out.status).toBe(422)
  expect(out.body?.errors).toEqual([{ path: 'clearRatio', message: 'Use 0.1–1.' }])
  const unfit = await api.ask('PATCH', '/parameters', { body: { hourHistoryDays: 20 } })
  expect(unfit.body?.errors).toEqual([
    {
      path: 'hourHistoryDays',
      message: '20 days is less than minuteHistoryDays, which is 30 days.',
    },
  ])
})

test('a parameter that there is not is not found', async () => {
  expect((await api.ask('DELETE', '/parameters/pendingMinutes')).status).toBe(404)
})
