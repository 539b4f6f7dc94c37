import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type Api, startApi } from './api.fixture.ts'

let api: Api
beforeAll(async () => {
  api = await startApi(inject('postgresUrl'))
})
afterAll(() => api.close())

async function aProject(fields: object = {}): Promise<{ id: string; pingUrl: string }> {
  const body = { name: `orders ${randomUUID()}`, kind: 'synchronization', ...fields }
  const made = await api.ask('POST', '/projects', { body })
  expect(made.status, made.text).toBe(201)
  return { id: String(made.body?.id), pingUrl: String(made.body?.pingUrl) }
}

const bulk = (body: object) => api.ask('POST', '/projects/bulk', { body })
const say = (project: string, signal: object) =>
  api.ask('POST', '/signals', {
    body: { signals: [{ project, observedAt: new Date().toISOString(), ...signal }] },
  })
const read = (id: string) => api.ask('GET', `/projects/${id}`)

test('projects are left unwatched for a while and watched again', async () => {
  const { id } = await aProject()
  const missing = randomUUID()
  const paused = await bulk({
    action: 'pause_watching',
    projects: [id, missing],
    minutes: 30,
    reason: 'upgrade',
  })
  expect(paused.body).toEqual({
    changed: 1,
    unchanged: [{ project: missing, name: null, code: 'not_found', message: expect.any(String) }],
  })
  expect((await read(id)).body).toMatchObject({
    isWatched: false,
    watchPause: { reason: 'upgrade', until: expect.stringContaining('T') },
  })
  const listed = await api.ask('GET', '/projects?watched=false')
  expect(listed.body?.items).toMatchObject([{ id }])
  await bulk({ action: 'resume_watching', filter: { watched: false } })
  expect((await read(id)).body).toMatchObject({ isWatched: true, watchPause: null })
})

test('a released project refuses signals and pings with that reason', async () => {
  const { id, pingUrl } = await aProject()
  await say(id, { state: 'failed' })
  expect((await bulk({ action: 'release', projects: [id] })).body).toMatchObject({ changed: 1 })
  expect((await say(id, { latencySeconds: 1 })).body).toMatchObject({
    accepted: 0,
    rejected: [{ index: 0, code: 'released', message: expect.any(String) }],
  })
  const ping = await api.ask('GET', new URL(pingUrl).pathname.replace('/api/v1', ''), {
    token: null,
  })
  expect(ping).toMatchObject({ status: 409, body: { code: 'conflict' } })
  expect((await read(id)).body).toMatchObject({ state: 'released' })
})

test('a deleted project is told apart from one that never was', async () => {
  const key = `gone-${randomUUID()}`
  const { id, pingUrl } = await aProject({ externalKey: key })
  expect((await bulk({ action: 'delete', projects: [id] })).body).toMatchObject({ changed: 1 })
  for (const [reference, code] of [
    [id, 'deleted'],
    [key, 'deleted'],
    [randomUUID(), 'unknown_project'],
  ] as const) {
    expect((await say(reference, { latencySeconds: 1 })).body?.rejected).toMatchObject([{ code }])
  }
  const ping = await api.ask('GET', new URL(pingUrl).pathname.replace('/api/v1', ''), {
    token: null,
  })
  expect(ping.status).toBe(409)
  expect((await read(id)).status).toBe(404)
})

test('the steps of a project are listed with their states', async () => {
  const { id } = await aProject()
  await say(id, { step: { name: 'FULL_MIGRATION', state: 'finished' } })
  await say(id, { step: { name: 'INCR_SYNC', state: 'running' }, latencySeconds: 1 })
  const steps = await api.ask('GET', `/projects/${id}/steps`)
  expect(steps.body?.items).toMatchObject([
    { name: 'FULL_MIGRATION', state: 'finished', isCurrent: false },
    { name: 'INCR_SYNC', state: 'running', isCurrent: true },
  ])
  expect((await api.ask('GET', `/projects/${randomUUID()}/steps`)).status).toBe(404)
})

test('tags are put on, renamed, deleted and counted', async () => {
  const { id } = await aProject()
  await bulk({ action: 'add_tags', tags: ['first', 'second'], projects: [id] })
  const renamed = await api.ask('PATCH', '/tags/first', { body: { name: 'renamed' } })
  expect(renamed.body).toEqual({ name: 'renamed', projects: 1 })
  expect((await api.ask('PATCH', '/tags/second', { body: { name: 'renamed' } })).status).toBe(409)
  await bulk({ action: 'remove_tags', tags: ['second'], projects: [id] })
  expect((await api.ask('GET', '/tags')).body?.items).toMatchObject([
    { name: 'renamed', projects: 1 },
    { name: 'second', projects: 0 },
  ])
  expect((await api.ask('DELETE', '/tags/renamed')).body).toEqual({ name: 'renamed', projects: 1 })
  expect((await read(id)).body?.tags).toEqual([])
  expect((await api.ask('DELETE', '/tags/renamed')).status).toBe(404)
})

test.for([
  [{ action: 'release' }, 'projects'],
  [{ action: 'release', projects: [randomUUID()], filter: {} }, 'projects'],
  [{ action: 'set_level', filter: {} }, 'level'],
  [{ action: 'add_tags', filter: {} }, 'tags'],
  [{ action: 'add_tags', filter: {}, tags: [...'abcdef'] }, 'tags'],
  [{ action: 'release', filter: {}, minutes: 5 }, 'minutes'],
  [{ action: 'pause_watching', filter: {}, level: 'low' }, 'level'],
] as const)('a bulk change %j is refused at its %s', async ([body, path]) => {
  const answer = await bulk(body)
  expect(answer.status, answer.text).toBe(422)
  expect(answer.body?.errors).toMatchObject([{ path }])
})

test('a level is set in bulk too, and what is over keeps its own', async () => {
  const { id } = await aProject()
  await say(id, { state: 'finished' })
  const result = await bulk({ action: 'set_level', level: 'high', projects: [id] })
  expect(result.body).toMatchObject({ changed: 0, unchanged: [{ code: 'finished' }] })
})
