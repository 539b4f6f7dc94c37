import { aChannel, contextOf } from '@highwater/db/testing'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { type Api, consoleUrl, startApi } from './api.fixture.ts'

let api: Api
beforeAll(async () => {
  api = await startApi(inject('postgresUrl'))
})
afterAll(() => api.close())

const time = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
const justNow = async () => {
  const [row] = await api.fresh.db.sql<{ now: number }[]>`select now()::timestamptz as now`
  return new Date(row?.now ?? 0).toISOString()
}

async function createProject(body: Record<string, unknown> = {}) {
  const name = `pay-orders ${crypto.randomUUID().slice(0, 8)}`
  const made = await api.ask('POST', '/projects', {
    body: { name, kind: 'synchronization', externalKey: name, ...body },
  })
  expect(made.status, made.text).toBe(201)
  return made.body as Record<string, string>
}

describe('A project', () => {
  test('is created, read, changed and deleted', async () => {
    const made = await createProject({
      protectionLevel: 'high',
      tags: ['pay'],
      source: { type: 'mysql' },
      expectedIntervalSeconds: 10,
    })
    expect(made).toMatchObject({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      kind: 'synchronization',
      protectionLevel: 'high',
      state: 'unknown',
      latencySeconds: null,
      latencyObservedAt: null,
      caughtUpAt: null,
      lastSignalAt: null,
      owner: null,
      source: { type: 'mysql' },
      target: null,
      tags: ['pay'],
      openAlerts: 0,
      version: 1,
      createdAt: time,
      pingUrl: expect.stringContaining(`${consoleUrl}/api/v1/ping/`),
    })
    const path = `/projects/${made.id}`
    expect((await api.ask('GET', path)).body).toEqual(made)

    const changed = await api.ask('PATCH', path, { body: { tags: ['pay', 'core'], version: 1 } })
    expect(changed.body).toMatchObject({ tags: ['pay', 'core'], version: 2 })
    const late = await api.ask('PATCH', path, { body: { tags: [], version: 1 } })
    expect(late.status).toBe(409)
    expect(late.body).toMatchObject({ code: 'conflict', current: { version: 2 } })

    const level = await api.ask('PUT', `${path}/protection-level`, { body: { level: 'low' } })
    expect(level.body).toMatchObject({ protectionLevel: 'low', version: 3 })

    const gone = await api.ask('DELETE', path)
    expect([gone.status, gone.text]).toEqual([204, ''])
    expect((await api.ask('GET', path)).status).toBe(404)
  })

  test('cannot take an external key that another one has', async () => {
    const { externalKey } = await createProject()
    const again = await api.ask('POST', '/projects', {
      body: { name: 'other', kind: 'migration', externalKey },
    })
    expect(again.status).toBe(409)
    expect(again.body).toMatchObject({ code: 'conflict', errors: [{ path: 'externalKey' }] })
  })

  test('is listed page by page and found by its name', async () => {
    const { name, id } = await createProject()
    const found = await api.ask('GET', `/projects?q=${encodeURIComponent(name ?? '')}`)
    expect(found.body).toMatchObject({ items: [{ id }], nextCursor: null })
    const first = await api.ask('GET', '/projects?limit=1')
    const second = await api.ask('GET', `/projects?limit=1&cursor=${first.body?.nextCursor}`)
    expect(second.body?.items).toHaveLength(1)
    expect(second.body?.items).not.toEqual(first.body?.items)
  })

  test('changes its level with others, and who was not changed is named', async () => {
    const one = await createProject({ protectionLevel: 'low' })
    const two = await createProject({ protectionLevel: 'high' })
    const answer = await api.ask('POST', '/projects/protection-level', {
      body: { level: 'high', projects: [one.id, two.id] },
    })
    expect(answer.body).toEqual({
      changed: 1,
      unchanged: [{ project: two.id, code: 'same_level', message: expect.any(String) }],
    })
  })
})

describe('Signals', () => {
  test('are judged one by one and move the project', async () => {
    const { id, externalKey } = await createProject()
    const observedAt = await justNow()
    const signal = { project: externalKey, observedAt, id: 's1', latencySeconds: 3.5 }
    const sent = await api.ask('POST', '/signals', {
      body: {
        signals: [
          signal,
          signal,
          { project: 'nobody', observedAt, latencySeconds: 1 },
          { project: externalKey, observedAt, latencySeconds: -1 },
          { project: id, observedAt: '2099-01-01T00:00:00Z', latencySeconds: 1 },
        ],
      },
    })
    expect(sent.status).toBe(202)
    expect(sent.body).toEqual({
      accepted: 1,
      duplicates: 1,
      late: 0,
      rejected: [
        { index: 2, code: 'unknown_project', message: expect.stringContaining('nobody') },
        { index: 3, code: 'invalid', message: expect.stringContaining('latencySeconds') },
        { index: 4, code: 'future', message: expect.any(String) },
      ],
    })
    const { body } = await api.ask('GET', `/projects/${id}`)
    expect(body).toMatchObject({ latencySeconds: 3.5, state: 'running', lastSignalAt: time })
  })

  test('come in batches of at most 1,000', async () => {
    const answer = await api.ask('POST', '/signals', { body: { signals: Array(1_001).fill({}) } })
    expect(answer.status).toBe(422)
    expect(answer.body).toMatchObject({ errors: [{ path: 'signals' }] })
  })

  test('are refused from a token that may only read', async () => {
    const made = await api.ask('POST', '/tokens', { body: { name: 'reader', scope: 'read' } })
    const token = String(made.body?.token)
    expect((await api.ask('POST', '/signals', { token, body: { signals: [] } })).status).toBe(403)
    expect((await api.ask('DELETE', `/tokens/${made.body?.id}`)).status).toBe(204)
    expect((await api.ask('GET', '/projects', { token })).status).toBe(401)
  })
})

describe('A heartbeat address', () => {
  const pathOf = (project: Record<string, string>) =>
    (project.pingUrl ?? '').slice(`${consoleUrl}/api/v1`.length)
  const stateOf = async (id: string | undefined) => (await api.ask('GET', `/projects/${id}`)).body

  test('takes a latency, a failure and a start without any token', async () => {
    const project = await createProject()
    const path = pathOf(project)
    for (const [method, suffix, state] of [
      ['GET', '?latency=12.5', 'running'],
      ['POST', '/fail', 'failed'],
      ['GET', '/start', 'running'],
      ['POST', '/3', 'failed'],
      ['HEAD', '/0', 'running'],
    ] as const) {
      const answer = await api.ask(method, `${path}${suffix}`, { token: null })
      expect([answer.status, answer.headers.get('content-type')]).toEqual([
        200,
        'text/plain; charset=utf-8',
      ])
      expect(await stateOf(project.id)).toMatchObject({ state })
    }
    expect(await stateOf(project.id)).toMatchObject({ latencySeconds: 12.5 })
  })

  test('answers OK, and says what is wrong with a latency, a time or a code', async () => {
    const path = pathOf(await createProject())
    expect((await api.ask('GET', path, { token: null })).text).toBe('OK')
    for (const [suffix, status, fault] of [
      ['?latency=-1', 422, 'latency'],
      ['?latency=', 422, 'latency'],
      ['?at=yesterday', 422, 'at'],
      ['?at=2099-01-01T00:00:00Z', 422, 'at'],
    ] as const) {
      const answer = await api.ask('GET', `${path}${suffix}`, { token: null })
      expect(answer.status).toBe(status)
      expect(answer.body).toMatchObject({ errors: [{ path: fault }] })
    }
  })

  test('is slowed down beyond five a second', async () => {
    const path = pathOf(await createProject())
    // At once: one after the other they may be fewer than five a second.
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => [
        api.ask('GET', `${path}/999`, { token: null }),
        api.ask('GET', path, { token: null }),
      ]).flat(),
    )
    const refused = answers.find(({ status }) => status === 429)
    expect(refused?.headers.get('retry-after')).toBe('1')
    expect(refused?.body).toMatchObject({ code: 'rate_limited' })
  })

  test('says so once its project is deleted', async () => {
    const project = await createProject()
    await api.ask('DELETE', `/projects/${project.id}`)
    expect((await api.ask('GET', pathOf(project), { token: null })).status).toBe(409)
  })
})

describe('Protection levels', () => {
  test('are written with the version that they were read with', async () => {
    const { body: read } = await api.ask('GET', '/protection-levels')
    const wanted = { ...read, high: { ...Object(read?.high), latencySeconds: 90 } }
    const written = await api.ask('PUT', '/protection-levels', { body: wanted })
    expect(written.body).toMatchObject({ high: { latencySeconds: 90 }, version: 2 })
    expect((await api.ask('PUT', '/protection-levels', { body: wanted })).status).toBe(409)
    const crossed = { ...written.body, high: { ...Object(read?.high), latencySeconds: 300 } }
    const refused = await api.ask('PUT', '/protection-levels', {
      body: { ...crossed, medium: { ...Object(read?.medium), latencySeconds: 30 } },
    })
    expect(refused.status).toBe(422)
    expect(refused.body?.errors).not.toEqual([])
  })
})

describe('A channel', () => {
  const draft = {
    kind: 'dingtalk',
    config: { baseUrl: 'http://127.0.0.1:9' },
    secrets: { webhook: 'an-access-token-that-nobody-may-see' },
  }

  test('is saved only when tested or on purpose, and never shows its secrets', async () => {
    const untested = await api.ask('POST', '/channels', { body: { ...draft, name: 'robot' } })
    expect(untested.status).toBeGreaterThanOrEqual(409)
    const made = await api.ask('POST', '/channels', {
      body: { ...draft, name: 'robot', saveUntested: true },
    })
    expect(made.status, made.text).toBe(201)
    expect(made.body).toMatchObject({
      name: 'robot',
      secrets: { webhook: 'set', signingSecret: 'unset' },
      version: 1,
    })
    const path = `/channels/${made.body?.id}`
    const renamed = await api.ask('PATCH', path, { body: { name: 'night_robot', enabled: false } })
    expect(renamed.body).toMatchObject({ name: 'night_robot', enabled: false, version: 2 })
    const audit = await api.ask('GET', '/audit-events?target=channel')
    for (const { text } of [untested, made, renamed, audit, await api.ask('GET', '/channels')]) {
      expect(text).not.toContain('nobody-may-see')
    }
    expect((await api.ask('DELETE', path)).status).toBe(204)
    expect((await api.ask('GET', path)).status).toBe(404)
  })

  test('is tested through the outbox, and the wait ends when its time is up', async () => {
    const asked = await api.ask('POST', '/channels/test', { body: draft })
    expect(asked.status, asked.text).toBe(202)
    const began = performance.now()
    const result = await api.ask('GET', `/channels/tests/${asked.body?.testId}?waitSeconds=0.3`)
    expect(performance.now() - began).toBeGreaterThan(150)
    expect(result.body).toMatchObject({ state: 'pending', outcome: null, steps: [] })
  })

  test('has a kind with the JSON Schema of its settings', async () => {
    const { body } = await api.ask('GET', '/channel-kinds')
    expect(body?.items).toContainEqual(
      expect.objectContaining({
        kind: 'dingtalk',
        config: expect.objectContaining({ type: 'object' }),
        secrets: expect.objectContaining({ type: 'object' }),
      }),
    )
  })
})

describe('Alerts and what was sent about them', () => {
  test('read as sentences, with their timeline, and can be acknowledged', async () => {
    const { db, sealer } = api.services
    await aChannel(contextOf(db, { type: 'system', job: 'test' }, { sealer }), {
      baseUrl: 'http://127.0.0.1:9',
    })
    const project = await createProject({ protectionLevel: 'high' })
    const [alertId] = await openAlert(project.id ?? '', project.name ?? '')
    const list = await api.ask('GET', `/alerts?project=${project.id}&state=open`)
    expect(list.body?.items).toMatchObject([
      {
        id: alertId,
        shortId: expect.stringMatching(/^A\d+$/),
        event: 'sync_delay',
        project: { id: project.id },
        title: `${project.name} is 412 s behind, limit 60 s`,
        detail: expect.stringContaining('412 s'),
        observed: 412,
        threshold: 60,
        openedAt: time,
        acknowledgedBy: null,
        notifications: { delivered: 0, failed: 0, waiting: 0, suppressed: 0 },
      },
    ])
    const path = `/alerts/${alertId}`
    const acknowledged = await api.ask('POST', `${path}/acknowledge`)
    expect(acknowledged.status, acknowledged.text).toBe(200)
    expect(acknowledged.body).toMatchObject({
      acknowledgedBy: { name: 'bootstrap token' },
      timeline: [{ type: 'acknowledge', at: time }],
      told: [],
    })
    const taken = await api.ask('POST', `${path}/unacknowledge`, { body: {} })
    expect(taken.body).toMatchObject({ acknowledgedBy: null })
    const past = await api.ask('POST', `${path}/acknowledge`, {
      body: { until: '2001-01-01T00:00:00Z' },
    })
    expect(past.body).toMatchObject({ status: 422, errors: [{ path: 'until' }] })
  })

  async function openAlert(projectId: string, subject: string): Promise<string[]> {
    const rows = await api.fresh.db.sql<{ id: string }[]>`
      with opened as (
        insert into alert (id, scope, event, condition, severity, project_id, department_id, subject,
          level, state, since, opened_at, fired_at, observed_ms, threshold_ms)
        select gen_random_uuid(), 'project', 'sync_delay', 'latency', 'warning', id, department_id,
          ${subject}, 'high', 'firing', now(), now(), now(), 412000, 60000
        from project where id = ${projectId} returning id, opened_at
      )
      insert into alert_sending (alert_id, status, opened_at)
      select id, 'pending', opened_at from opened returning alert_id as id`
    return rows.map(({ id }) => id)
  }
})

describe('The audit', () => {
  test('says who did what, from where', async () => {
    const project = await createProject()
    const { body } = await api.ask('GET', `/audit-events?targetId=${project.id}`)
    expect(body?.items).toMatchObject([
      {
        action: 'project.create',
        operation: 'creation',
        actorType: 'token',
        actorName: 'bootstrap token',
        result: 'succeeded',
        at: time,
        changes: expect.arrayContaining([{ path: 'name', before: null, after: project.name }]),
      },
    ])
  })
})

describe('The documents', () => {
  test('describe every operation in OpenAPI 3.1 without a dangling reference', async () => {
    const { body, status } = await api.ask('GET', '/openapi.json', { token: null })
    expect(status).toBe(200)
    expect(body?.openapi).toBe('3.1.0')
    const paths = Object.keys(Object(body?.paths))
    expect(paths).toContain('/signals')
    expect(paths).toContain('/ping/{token}/{exitCode}')
    const text = JSON.stringify(body)
    const names = [...text.matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name)
    const { schemas } = Object(body?.components)
    expect(names.filter((name) => !Object.hasOwn(schemas, name ?? ''))).toEqual([])
    expect(text).not.toContain('$defs')
  })

  test('are a page without scripts whose policy forbids them', async () => {
    const { text, headers } = await api.ask('GET', '/docs', { token: null })
    expect(headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; style-src 'sha256-/,
    )
    expect(text).toContain('id="sendSignals"')
    expect(text).not.toMatch(/<script|style="|onclick/)
  })
})
