import { hours, type Instant, plus, toIso } from '@highwater/core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type Api, startApi } from './api.fixture.ts'

let api: Api
let until: string
beforeAll(async () => {
  api = await startApi(inject('postgresUrl'))
  const [row] = await api.fresh.db.sql<{ now: Instant }[]>`select now() as now`
  if (!row) throw new Error('no time')
  until = toIso(plus(row.now, hours(72)))
})
afterAll(() => api.close())

test('a silence is made, read, changed, ended and deleted', async () => {
  const body = { name: 'upgrade', until, tags: ['core'], events: ['sync_delay'] }
  const made = await api.ask('POST', '/silences', { body })
  expect(made.status, made.text).toBe(201)
  expect(made.body).toMatchObject({
    name: 'upgrade',
    status: 'in_effect',
    until,
    holdsUntil: until,
    daily: null,
    department: null,
    tags: ['core'],
    events: ['sync_delay'],
    hiding: 0,
    version: 1,
  })
  const path = `/silences/${String(made.body?.id)}`
  const daily = { from: '22:00', until: '06:00', timeZone: 'Asia/Shanghai' }
  const changed = await api.ask('PATCH', path, { body: { daily, version: 1 } })
  expect(changed.body).toMatchObject({ version: 2, daily: { ...daily, weekdays: [] } })
  expect((await api.ask('PATCH', path, { body: { name: 'late', version: 1 } })).status).toBe(409)
  const ended = await api.ask('POST', `${path}/end`, { body: {} })
  expect(ended.body).toMatchObject({ status: 'ended', endReason: 'ended_by_person' })
  expect((await api.ask('POST', `${path}/end`, { body: {} })).status).toBe(409)
  const list = await api.ask('GET', '/silences?status=ended')
  expect(list.body?.items).toMatchObject([{ name: 'upgrade' }])
  expect((await api.ask('DELETE', path)).status).toBe(204)
  expect((await api.ask('GET', path)).status).toBe(404)
})

test('a maintenance window is made, changed and deleted, and is no silence', async () => {
  const body = {
    name: 'nightly',
    start: '2026-01-01T22:00',
    timeZone: 'Asia/Shanghai',
    durationMinutes: 60,
    rule: 'FREQ=WEEKLY;BYDAY=SA',
  }
  const made = await api.ask('POST', '/maintenance-windows', { body })
  expect(made.status, made.text).toBe(201)
  expect(made.body).toMatchObject({ ...body, status: expect.stringMatching(/in_effect|upcoming/) })
  const path = `/maintenance-windows/${String(made.body?.id)}`
  expect((await api.ask('GET', path.replace('maintenance-windows', 'silences'))).status).toBe(404)
  const changed = await api.ask('PATCH', path, { body: { rule: 'FREQ=DAILY' } })
  expect(changed.body).toMatchObject({ rule: 'FREQ=DAILY', durationMinutes: 60 })
  const refused = await api.ask('PATCH', path, { body: { durationMinutes: 24 * 60 } })
  expect(refused.body).toMatchObject({ status: 422, errors: [{ path: 'durationMinutes' }] })
  expect((await api.ask('POST', `${path}/end`, { body: {} })).status).toBe(200)
  expect((await api.ask('DELETE', path)).status).toBe(204)
})

test('a preview saves nothing', async () => {
  const seen = await api.ask('POST', '/silences/preview', { body: { until } })
  expect(seen.status, seen.text).toBe(200)
  expect(seen.body).toMatchObject({ projects: 0, alerts: { count: 0, items: [] }, rule: null })
  const window = await api.ask('POST', '/maintenance-windows/preview', {
    body: {
      start: '2026-01-01T22:00',
      timeZone: 'UTC',
      durationMinutes: 60,
      rule: 'FREQ=MONTHLY;BYDAY=-1FR',
    },
  })
  expect(window.body).toMatchObject({ rule: { en: 'Every month on the last Friday' } })
  expect((await api.ask('GET', '/silences')).body?.items).toEqual([])
})
