import { randomUUID } from 'node:crypto'
import { permissions, tokenScopes } from '@highwater/core/permissions'
import {
  createAlertGroup,
  createCluster,
  createMaintenanceWindow,
  createMessageTemplate,
  createSignInProvider,
  createSilence,
  createSubscription,
} from '@highwater/db/commands'
import { aChannel, anAccount, aProject, contextOf } from '@highwater/db/testing'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import type { Operation } from '../../src/server/rest/define-operation.ts'
import { operations } from '../../src/server/rest/operations/index.ts'
import { type Answer, type Api, startApi } from './api.fixture.ts'

let api: Api
/** A token of every scope, and ids of things that exist. */
const tokens = new Map<string, string>()
const things = {
  projects: '',
  channels: '',
  sources: '',
  hosts: 'db-1',
  silences: '',
  'maintenance-windows': '',
  'alert-groups': '',
  'ocp-clusters': '',
  subscriptions: '',
  people: '',
  templates: '',
  'channel-kinds': 'slack',
  'sign-in-providers': '',
}

beforeAll(async () => {
  api = await startApi(inject('postgresUrl'))
  for (const scope of tokenScopes) {
    const made = await api.ask('POST', '/tokens', { body: { name: scope, scope } })
    tokens.set(scope, String(made.body?.token))
  }
  const { db, sealer } = api.services
  const context = contextOf(db, { type: 'system', job: 'test' }, { sealer })
  things.projects = await aProject(context)
  const source = await api.ask('POST', '/sources', {
    body: {
      name: 'orders replica',
      kind: 'postgresql',
      config: { host: '127.0.0.1', port: 9, database: 'orders', user: 'watcher' },
    },
  })
  things.sources = String(source.body?.id)
  await api.ask('POST', `/hosts/${things.hosts}/heartbeat`, { body: { cpu: 0.2 } })
  const window = { start: '2026-01-01T22:00', timeZone: 'UTC', durationMinutes: 60 }
  const nightly = { ...window, name: 'nightly', rule: 'FREQ=DAILY' }
  things['maintenance-windows'] = (await createMaintenanceWindow(context, nightly)).id
  const [clock] = await db.sql<{ until: number }[]>`select now() + interval '1 hour' as until`
  const silence = { name: 'upgrade', until: clock?.until ?? 0 }
  things.silences = (await createSilence(context, silence)).id
  things.channels = await aChannel(context, { baseUrl: 'http://127.0.0.1:9' })
  const account = { endpoint: '127.0.0.1:9', user: 'root' }
  const cluster = { name: 'OCP', config: account, secrets: { password: 'x' }, saveUntested: true }
  things['ocp-clusters'] = (await createCluster(context, cluster)).id
  const issuer = 'https://login.example.com'
  const identities = { name: 'Login', issuer, clientId: 'a', clientSecret: 'b' }
  things['sign-in-providers'] = (await createSignInProvider(context, identities)).id
  things['alert-groups'] = (await createAlertGroup(context, { name: 'on call' })).id
  const words = { kind: 'test', locale: 'en', headline: 'a', text: 'b' } as const
  things.templates = (await createMessageTemplate(context, words)).id
  things.people = (await anAccount(db)).actor.id
  const levels = { high: { allChannels: true } }
  things.subscriptions = (await createSubscription(context, { name: 'all', levels })).id
})
afterAll(() => api.close())

const nameOf = ({ method, path }: Operation) => `${method} ${path}`
const guarded = operations.filter((operation) => operation.access !== 'public')
const withBody = operations.filter((operation) => operation.body !== null)
const lists = operations.filter(({ query }) => query !== null && 'cursor' in query.shape)
const byId = operations.filter(({ path }) => /\{\w*id\}/i.test(path))

/** A path whose ids are well formed, and exist where the test has made such a thing. */
const pathOf = ({ path }: Operation, idOf: (collection: string) => string) =>
  path
    .replace('{token}', 'unknown')
    .replace('{exitCode}', '0')
    .replaceAll(/\{\w+\}/g, () => idOf(path.split('/')[1] ?? ''))

const existing = (collection: string): string =>
  (things as Record<string, string>)[collection] || randomUUID()

const codes = new Map([
  [400, 'malformed'],
  [401, 'unauthenticated'],
  [403, 'forbidden'],
  [404, 'not_found'],
  [413, 'too_large'],
  [422, 'invalid_input'],
])

/** A problem document that says what was wrong. */
function expectProblem(answer: Answer, status: number): void {
  expect(answer.body, answer.text).toMatchObject({
    type: 'about:blank',
    status,
    code: codes.get(status),
    title: expect.any(String),
    detail: expect.stringMatching(/\S/),
  })
  expect(answer.status).toBe(status)
  expect(answer.headers.get('content-type')).toBe('application/problem+json')
  expect(answer.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
}

const pathsOf = ({ body }: Answer): unknown[] =>
  Array.isArray(body?.errors) ? body.errors.map((fault: { path: unknown }) => fault.path) : []

/** Everything that a bad request could have written by half. */
async function countRows(): Promise<unknown> {
  const [row] = await api.fresh.db.sql`
    select (select count(*) from project) as projects, (select count(*) from channel) as channels,
      (select count(*) from source) as sources, (select count(*) from api_token) as tokens,
      (select count(*) from signal) as signals, (select count(*) from channel_test) as tests,
      (select count(*) from protection_policy) as policies, (select count(*) from alert) as alerts,
      (select sum(version) from project) as versions,
      (select sum(version) from silence) as silences,
      (select sum(version) from subscription) as subscriptions,
      (select sum(version) from alert_group) as groups,
      (select sum(version) from ocp_cluster) as clusters,
      (select sum(version) from sign_in_provider) as providers,
      (select sum(version) from sign_in_policy) as policy,
      (select sum(version) from message_template) as templates,
      (select count(*) from audit_event
        where result = 'succeeded' and action <> 'sign_in') as audited`
  return row
}

async function changingNothing(act: () => Promise<void>): Promise<void> {
  const before = await countRows()
  await act()
  expect(await countRows()).toEqual(before)
}

describe('Without a token that holds nothing is told or done', () => {
  test.for(guarded.map((operation) => [nameOf(operation), operation] as const))(
    '%s',
    ([, operation]) =>
      changingNothing(async () => {
        const path = pathOf(operation, existing)
        for (const token of [null, 'unknown-token']) {
          const answer = await api.ask(operation.method, path, { token })
          expectProblem(answer, 401)
          expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer/)
        }
        const headers = { authorization: 'Basic abc' }
        expectProblem(await api.ask(operation.method, path, { token: null, headers }), 401)
      }),
  )
})

describe('A token whose scope is too small is refused with the reason', () => {
  const cases = guarded.flatMap((operation) => {
    const { access } = operation
    const scopes: readonly string[] = access === 'public' ? [] : permissions[access].scopes
    return tokenScopes
      .filter((scope) => !scopes.includes(scope))
      .map((scope) => [`${nameOf(operation)} with ${scope}`, operation, scope] as const)
  })
  test.for(cases)('%s', ([, operation, scope]) =>
    changingNothing(async () => {
      const answer = await api.ask(operation.method, pathOf(operation, existing), {
        token: tokens.get(scope) ?? '',
        ...(operation.body === null ? {} : { body: {} }),
      })
      expectProblem(answer, 403)
      expect(answer.body?.reason).toBe('scope_too_small')
    }),
  )

  test('and what it would have changed stands in the audit as refused', async () => {
    await api.ask('POST', '/projects', { token: tokens.get('read') ?? '', body: {} })
    const audit = await api.ask('GET', '/audit-events?result=refused&limit=1')
    expect(audit.body?.items).toMatchObject([
      { action: 'project.create', reason: 'scope_too_small', actorName: 'read' },
    ])
  })
})

describe('A body that cannot be read is malformed', () => {
  test.for(withBody.map((operation) => [nameOf(operation), operation] as const))(
    '%s',
    ([, operation]) =>
      changingNothing(async () => {
        const path = pathOf(operation, existing)
        const { method } = operation
        expectProblem(await api.ask(method, path, { raw: '{"a": ' }), 400)
        const form = { 'content-type': 'application/x-www-form-urlencoded' }
        expectProblem(await api.ask(method, path, { raw: 'a=1', headers: form }), 400)
        const notText = new Uint8Array([0x22, 0xff, 0xfe, 0x22])
        expectProblem(await api.ask(method, path, { raw: notText }), 400)
      }),
  )
})

describe('A body that is too large is refused, whatever its headers say', () => {
  test.for(withBody.map((operation) => [nameOf(operation), operation] as const))(
    '%s',
    ([, operation]) =>
      changingNothing(async () => {
        const raw = ' '.repeat((operation.bodyLimit ?? 256 * 1_024) + 1)
        const path = pathOf(operation, existing)
        expectProblem(await api.ask(operation.method, path, { raw }), 413)
      }),
  )
})

describe('A body of the wrong shape names what is wrong', () => {
  test.for(withBody.map((operation) => [nameOf(operation), operation] as const))(
    '%s',
    ([, operation]) =>
      changingNothing(async () => {
        const path = pathOf(operation, existing)
        const { method } = operation
        for (const body of [[], 'text', 7, null]) {
          const answer = await api.ask(method, path, { body })
          expectProblem(answer, 422)
          expect(pathsOf(answer).length).toBeGreaterThan(0)
        }
        const unknown = await api.ask(method, path, { body: { noSuchField: 1 } })
        expectProblem(unknown, 422)
        // A body that is a choice of two says as a whole which of them it wants.
        if (!operation.path.startsWith('/projects/protection-level')) {
          expect(pathsOf(unknown)).toContain('noSuchField')
        }
      }),
  )
})

describe('Every field of a body is checked and named', () => {
  const cases = withBody.flatMap((operation) => {
    const shape = operation.body !== null && 'shape' in operation.body ? operation.body.shape : {}
    return Object.keys(Object(shape)).map(
      (field) => [`${field} of ${nameOf(operation)}`, operation, field] as const,
    )
  })
  test.for(cases)('%s', ([, operation, field]) =>
    changingNothing(async () => {
      const answer = await api.ask(operation.method, pathOf(operation, existing), {
        body: { [field]: { surely: ['not', 'this'] } },
      })
      expectProblem(answer, 422)
      const named = pathsOf(answer).some((path) => String(path).split(/[.[]/)[0] === field)
      const isOfAnyShape = ['config', 'secrets'].includes(field)
      expect(named || isOfAnyShape, answer.text).toBe(true)
    }),
  )
})

describe('An unknown or repeated query parameter is refused by its name', () => {
  test.for(operations.map((operation) => [nameOf(operation), operation] as const))(
    '%s',
    ([, operation]) =>
      changingNothing(async () => {
        const path = pathOf(operation, existing)
        const answer = await api.ask(operation.method, `${path}?noSuchParameter=1`)
        expectProblem(answer, 422)
        expect(pathsOf(answer)).toEqual(['noSuchParameter'])
        const [name] = Object.keys(operation.query?.shape ?? {})
        if (name === undefined) return
        const twice = await api.ask(operation.method, `${path}?${name}=1&${name}=2`)
        expectProblem(twice, 422)
        expect(pathsOf(twice)).toEqual([name])
      }),
  )
})

describe('A query parameter with a wrong value is named', () => {
  const cases = operations.flatMap((operation) =>
    Object.keys(operation.query?.shape ?? {})
      .filter(
        (name) =>
          !['q', 'tag', 'department', 'owner', 'actor', 'creator', 'targetId'].includes(name),
      )
      .map((name) => [`${name} of ${nameOf(operation)}`, operation, name] as const),
  )
  test.for(cases)('%s', ([, operation, name]) =>
    changingNothing(async () => {
      const wrong = name === 'kind' ? 'x'.repeat(300) : 'surely-not-this'
      const answer = await api.ask(
        operation.method,
        `${pathOf(operation, existing)}?${name}=${wrong}`,
      )
      expectProblem(answer, 422)
      expect(pathsOf(answer)).toContain(name)
    }),
  )
})

describe('A list refuses a page that is too long and a cursor that is not its own', () => {
  test.for(lists.map((operation) => [nameOf(operation), operation] as const))(
    '%s',
    async ([, operation]) => {
      const foreign = Buffer.from(JSON.stringify(['other', 1])).toString('base64url')
      for (const query of [
        'limit=0',
        'limit=201',
        'limit=1.5',
        'limit=',
        'cursor=###',
        `cursor=${foreign}`,
      ]) {
        const answer = await api.ask('GET', `${pathOf(operation, existing)}?${query}`)
        expectProblem(answer, 422)
        expect(pathsOf(answer)).toEqual([query.split('=')[0]])
      }
    },
  )
})

describe('What does not exist is not found, whatever its id looks like', () => {
  test.for(byId.map((operation) => [nameOf(operation), operation] as const))(
    '%s',
    ([, operation]) =>
      changingNothing(async () => {
        for (const id of [randomUUID(), 'not-an-id', '%00', '%E0%A4%A']) {
          const answer = await api.ask(
            operation.method,
            pathOf(operation, () => id),
            {
              ...(operation.body === null ? {} : { body: validBody(operation) }),
            },
          )
          expectProblem(answer, 404)
        }
      }),
  )
})

/** Bodies that would be accepted if the thing existed. */
const validBodies: Readonly<Record<string, unknown>> = {
  'protection-level': { level: 'high' },
  assign: { assignee: null },
  comment: { text: 'Looked at it.' },
  close: { reason: 'Known.' },
  'on-call': { rota: null },
  test: { kind: 'email' },
}
const validBody = ({ path }: Operation): unknown => validBodies[path.split('/').at(-1) ?? ''] ?? {}

describe('What no database can keep is refused before it gets there', () => {
  const texts = operations.flatMap((operation) =>
    Object.keys(operation.query?.shape ?? {}).map(
      (name) => [`${name} of ${nameOf(operation)}`, operation, name] as const,
    ),
  )
  test.for(texts)('a null character in %s', async ([, operation, name]) => {
    const path = `${pathOf(operation, existing)}?${name}=a%00b`
    const answer = await api.ask(operation.method, path)
    expectProblem(answer, 422)
    expect(pathsOf(answer)).toEqual([name])
  })

  test.for(withBody.map((operation) => [nameOf(operation), operation] as const))(
    'a body of a hundred thousand levels for %s',
    ([, operation]) =>
      changingNothing(async () => {
        const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`
        const raw = `{"config":{"url":${deep}}}`
        expectProblem(await api.ask(operation.method, pathOf(operation, existing), { raw }), 400)
      }),
  )

  test.for(['0000-01-01T00:00:00Z', '0001-01-01T00:00:00+14:00', '9999-12-31T23:59:59-14:00'])(
    'the time %s',
    async (at) => {
      const answer = await api.ask('GET', `/alerts?from=${encodeURIComponent(at)}`)
      expectProblem(answer, 422)
      expect(pathsOf(answer)).toEqual(['from'])
    },
  )

  test('a cursor of a time beyond all times', async () => {
    const values = ['-openedAt', 9e15, randomUUID()]
    const cursor = Buffer.from(JSON.stringify(values)).toString('base64url')
    expectProblem(await api.ask('GET', `/alerts?cursor=${cursor}`), 422)
  })

  test('one such signal, which spoils no other', async () => {
    const good = { project: things.projects, observedAt: '2026-01-01T00:00:00Z', state: 'running' }
    const answer = await api.ask('POST', '/signals', {
      body: {
        signals: [
          { ...good, message: 'a\u0000b' },
          { ...good, id: '\u0000' },
          { ...good, project: '\u0000' },
          { ...good, step: { name: '\u0000', state: 'running' } },
          { ...good, observedAt: '0000-01-01T00:00:00Z' },
          { ...good, message: 'half a pair: \ud800' },
          good,
        ],
      },
    })
    expect(answer.status, answer.text).toBe(202)
    expect(answer.body).toMatchObject({
      accepted: 1,
      late: 1,
      rejected: [0, 1, 2, 3, 4].map((index) => ({ index, code: 'invalid' })),
    })
  })
})

describe('Addresses and methods that there are not', () => {
  test('answer 404 for an unknown path', async () => {
    expectProblem(await api.ask('GET', '/nothing/here'), 404)
    expectProblem(await api.ask('GET', ''), 404)
  })

  test('answer 405 with the methods that there are', async () => {
    const answer = await api.ask('DELETE', '/projects')
    expect(answer.status).toBe(405)
    expect(answer.headers.get('allow')).toBe('GET, POST, HEAD')
    expect(answer.body).toMatchObject({ status: 405, title: 'Method not allowed' })
  })
})
