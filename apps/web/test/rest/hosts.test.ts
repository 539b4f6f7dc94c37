import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type Api, startApi } from './api.fixture.ts'

let api: Api
beforeAll(async () => {
  api = await startApi(inject('postgresUrl'))
})
afterAll(() => api.close())

const beat = (name: string, body: unknown = {}) =>
  api.ask('POST', `/hosts/${encodeURIComponent(name)}/heartbeat`, { body })
const namesListed = async () => {
  const { body } = await api.ask('GET', '/hosts')
  const items = (body?.items ?? []) as { name: string }[]
  return items.map((host) => host.name)
}

test('A heartbeat registers its host and tells how full it is', async () => {
  const answer = await beat('db-1.example.com', { cpu: 0.93, memory: 0.5, disk: 0.2 })
  expect(answer.status).toBe(202)
  expect(answer.body).toMatchObject({ name: 'db-1.example.com' })
  const read = await api.ask('GET', '/hosts/db-1.example.com')
  expect(read.body).toMatchObject({
    name: 'db-1.example.com',
    isOwn: false,
    state: 'up',
    cpu: 0.93,
    memory: 0.5,
    disk: 0.2,
    over: [{ name: 'cpu', percent: 93, limit: 85 }],
    openAlerts: [],
  })
  expect(await namesListed()).toEqual(['db-1.example.com'])
})

test('A figure that a host does not say is absent and not zero', async () => {
  await beat('数据库主机-2')
  const read = await api.ask('GET', `/hosts/${encodeURIComponent('数据库主机-2')}`)
  expect(read.body).toMatchObject({ cpu: null, memory: null, disk: null, over: [] })
})

test('Only the first heartbeat of a host is audited', async () => {
  await beat('db-3')
  await beat('db-3')
  const { body } = await api.ask('GET', '/audit-events?q=db-3')
  expect(body?.items).toHaveLength(1)
})

test.for([
  [{ cpu: 93 }, 'cpu'],
  [{ memory: -0.1 }, 'memory'],
  [{ disk: '0.5' }, 'disk'],
  [{ load: 0.5 }, 'load'],
] as const)('A heartbeat of %j is refused at %s', async ([body, path]) => {
  const answer = await beat('db-4', body)
  expect(answer.status).toBe(422)
  expect(answer.body?.errors).toMatchObject([{ path }])
  expect(await namesListed()).not.toContain('db-4')
})

test.for(['-db', 'a b', 'x'.repeat(201), '<script>'])(
  'A host cannot be called %s',
  async (name) => {
    const answer = await beat(name)
    expect(answer.status).toBe(422)
    expect(answer.body?.errors).toMatchObject([{ path: 'host' }])
  },
)

test('A token that may only write signals reports hosts and removes none', async () => {
  const made = await api.ask('POST', '/tokens', { body: { name: 'agent', scope: 'signals:write' } })
  const token = String(made.body?.token)
  const answer = await api.ask('POST', '/hosts/db-5/heartbeat', { token, body: { disk: 0.1 } })
  expect(answer.status).toBe(202)
  expect((await api.ask('DELETE', '/hosts/db-5', { token })).status).toBe(403)
})

test('A host that is removed takes its alerts along, and is back when it reports again', async () => {
  await beat('db-6', { cpu: 0.99 })
  const { sql } = api.fresh.db
  await sql`
    insert into alert (id, host_id, department_id, scope, subject, event, severity, level, state,
      since, opened_at, threshold_ms)
    select gen_random_uuid(), h.id, d.id, 'system', h.name, 'host_threshold', 'warning', 'medium',
      'firing', now(), now(), 0
    from host h cross join department d where h.name = 'db-6' and d.is_default`
  const shown = await api.ask('GET', '/hosts/db-6')
  expect(shown.body?.openAlerts).toMatchObject([{ event: 'host_threshold' }])
  expect((await api.ask('DELETE', '/hosts/db-6')).status).toBe(204)
  expect((await api.ask('GET', '/hosts/db-6')).status).toBe(404)
  expect((await api.ask('DELETE', '/hosts/db-6')).status).toBe(404)
  expect(await sql`select state, close_reason from alert`).toEqual([
    { state: 'closed', close_reason: 'object_removed' },
  ])
  await beat('db-6')
  expect((await api.ask('GET', '/hosts/db-6')).body).toMatchObject({ openAlerts: [] })
})
