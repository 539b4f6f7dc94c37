import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type Answer, type Api, startApi } from './api.fixture.ts'

let api: Api
let robot: string
beforeAll(async () => {
  api = await startApi(inject('postgresUrl'))
  robot = await makeChannel('robot')
})
afterAll(() => api.close())

async function makeChannel(name: string): Promise<string> {
  const { body } = await api.ask('POST', '/channels', {
    body: { name, kind: 'dingtalk', secrets: { webhook: `token-${name}` }, saveUntested: true },
  })
  return String(body?.id)
}

const itemsOf = (body: Answer['body']) => (body?.items ?? []) as { id: string }[]

test('the default subscription is there from the start, and cannot be deleted', async () => {
  const { body } = await api.ask('GET', '/subscriptions')
  const [standard, ...others] = itemsOf(body)
  expect(others).toEqual([])
  expect(standard).toMatchObject({
    isDefault: true,
    enabled: true,
    locale: null,
    limit: null,
    levels: { high: { allChannels: true, period: null } },
    scope: { events: [], except: { projects: [] } },
  })
  const refused = await api.ask('DELETE', `/subscriptions/${standard?.id}`)
  expect(refused.status).toBe(409)
  expect(refused.body?.detail).toMatch(/Narrow it or switch it off/)
})

test('a group and a subscription are made, changed and kept while they are in use', async () => {
  const group = await api.ask('POST', '/alert-groups', {
    body: { name: 'on call', channels: [robot] },
  })
  expect(group.status, group.text).toBe(201)
  expect(group.body).toMatchObject({ remark: '', channels: [{ id: robot, name: 'robot' }] })
  const made = await api.ask('POST', '/subscriptions', {
    body: {
      name: 'payments',
      scope: { tags: ['pay'], except: { events: ['paused_too_long'] } },
      levels: { high: { groups: [group.body?.id] } },
      locale: 'en',
      limit: { messages: 30, per: 'hour' },
      recoveryNotices: false,
    },
  })
  expect(made.status, made.text).toBe(201)
  expect(made.body).toMatchObject({ version: 1, levels: { medium: null }, enabled: true })

  for (const path of [`/channels/${robot}`, `/alert-groups/${group.body?.id}`]) {
    const refused = await api.ask('DELETE', path)
    expect(refused.status, path).toBe(409)
    expect(refused.body).toMatchObject({ code: 'in_use' })
    expect(refused.body?.detail).toMatch(/alert group "on call"|subscription "payments"/)
  }

  const path = `/subscriptions/${made.body?.id}`
  const changed = await api.ask('PATCH', path, { body: { limit: null, version: 1 } })
  expect(changed.body).toMatchObject({ limit: null, version: 2, name: 'payments' })
  const stale = await api.ask('PATCH', path, { body: { enabled: false, version: 1 } })
  expect(stale.status).toBe(409)
  const audit = await api.ask('GET', '/audit-events?target=subscription')
  expect(audit.body?.items).toMatchObject([
    { operation: 'modification', targetName: 'payments' },
    { operation: 'creation', targetName: 'payments' },
  ])
  expect((await api.ask('DELETE', path)).status).toBe(204)
  expect((await api.ask('DELETE', `/alert-groups/${group.body?.id}`)).status).toBe(204)
})

test.for([
  ['no level', { levels: {} }, 'levels'],
  ['a level without anybody', { levels: { high: { channels: [] } } }, 'levels'],
  [
    'a channel that there is not',
    { levels: { low: { channels: ['0190d5a0-0000-7000-8000-000000000000'] } } },
    'levels.low.channels[0]',
  ],
  [
    'a project that there is not',
    { scope: { projects: ['0190d5a0-0000-7000-8000-000000000000'] } },
    'scope.projects[0]',
  ],
  ['an event that there is not', { scope: { events: ['flood'] } }, 'scope.events[0]'],
  ['a language without texts', { locale: 'fr' }, 'locale'],
  [
    'a step of escalation that comes at once',
    { escalation: [{ afterMinutes: 0, groups: ['0190d5a0-0000-7000-8000-000000000000'] }] },
    'escalation[0].afterMinutes',
  ],
  ['a step of escalation for nobody', { escalation: [{ afterMinutes: 5 }] }, 'escalation[0]'],
  [
    'a step of escalation to a channel that there is not',
    { escalation: [{ afterMinutes: 5, channels: ['0190d5a0-0000-7000-8000-000000000000'] }] },
    'escalation[0].channels[0]',
  ],
  ['a limit of nothing', { limit: { messages: 0, per: 'hour' } }, 'limit.messages'],
  [
    'hours of no clock',
    {
      levels: {
        high: { allChannels: true, period: { from: '9', until: '18:00', timeZone: 'UTC' } },
      },
    },
    'levels.high.period.from',
  ],
  [
    'a time zone that there is not',
    {
      levels: {
        high: { allChannels: true, period: { from: '09:00', until: '18:00', timeZone: 'Mars' } },
      },
    },
    'levels.high.period.timeZone',
  ],
] as const)('a subscription with %s is refused at its field', async ([, changes, path]) => {
  const body = { name: 'wrong', levels: { high: { allChannels: true } }, ...changes }
  const { status, body: problem } = await api.ask('POST', '/subscriptions', { body })
  expect(status).toBe(422)
  expect(problem?.errors).toMatchObject([{ path }])
})

test('the routing tester says who would be told, in which language, and who not and why', async () => {
  const { body: project } = await api.ask('POST', '/projects', {
    body: { name: 'orders', kind: 'migration', tags: ['pay'], protectionLevel: 'high' },
  })
  const off = await makeChannel('off')
  await api.ask('PATCH', `/channels/${off}`, { body: { enabled: false, saveUntested: true } })
  const asked = await api.ask('POST', '/routing-test', { body: { project: project?.id } })
  expect(asked.status, asked.text).toBe(200)
  expect(asked.body).toMatchObject({
    subject: { event: 'migration_delay', level: 'high', tags: ['pay'] },
    told: [
      {
        channel: { name: 'robot', kind: 'dingtalk' },
        locale: 'zh-CN',
        subscriptions: [{ name: 'Default subscription' }],
      },
    ],
    notTold: [{ channel: { name: 'off' }, reason: 'channel_disabled' }],
  })
  const written = await api.fresh.db.sql`select count(*)::int as count from notification`
  expect(written).toEqual([{ count: 0 }])
})

test('the routing tester takes an event without a project, and refuses what makes no sense', async () => {
  const system = await api.ask('POST', '/routing-test', { body: { event: 'source_down' } })
  expect(system.body).toMatchObject({ subject: { project: null }, told: [{}] })
  expect((await api.ask('POST', '/routing-test', { body: {} })).status).toBe(422)
  const { body } = await api.ask('GET', '/projects')
  const [project] = itemsOf(body)
  const mixed = { project: project?.id, event: 'source_down' }
  const refused = await api.ask('POST', '/routing-test', { body: mixed })
  expect(refused.body?.errors).toMatchObject([{ path: 'event' }])
})

test('steps of escalation are kept, keep their channels from deletion, and stand in the routing test', async () => {
  const lead = await makeChannel('lead')
  const escalation = [{ afterMinutes: 15, channels: [lead] }]
  const made = await api.ask('POST', '/subscriptions', {
    body: { name: 'escalating', levels: { high: { channels: [robot] } }, escalation },
  })
  expect(made.status, made.text).toBe(201)
  expect(made.body?.escalation).toEqual([
    { afterMinutes: 15, channels: [lead], groups: [], people: [] },
  ])
  const refused = await api.ask('DELETE', `/channels/${lead}`)
  expect(refused.status).toBe(409)
  expect(refused.body?.detail).toMatch(/subscription "escalating"/)
  const asked = await api.ask('POST', '/routing-test', { body: { event: 'no_signal' } })
  expect(asked.body?.escalation).toMatchObject([{ afterMinutes: 15, channels: [{ name: 'lead' }] }])
  const path = `/subscriptions/${made.body?.id}`
  const renamed = await api.ask('PATCH', path, { body: { name: 'still escalating' } })
  expect(renamed.body?.escalation).toHaveLength(1)
  const cleared = await api.ask('PATCH', path, { body: { escalation: [] } })
  expect(cleared.body?.escalation).toEqual([])
  expect((await api.ask('DELETE', `/channels/${lead}`)).status).toBe(204)
})
