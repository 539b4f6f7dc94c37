import { randomUUID } from 'node:crypto'
import {
  createAlertGroup,
  createCluster,
  createMaintenanceWindow,
  createMessageTemplate,
  createSignInProvider,
  createSilence,
  createSubscription,
} from '@highwater/db/commands'
import { aChannel, aDepartment, anAccount, aProject, contextOf } from '@highwater/db/testing'
import { expect } from 'vitest'
import type { Operation } from '../../src/server/rest/define-operation.ts'
import { operations } from '../../src/server/rest/operations/index.ts'
import { type Answer, type Api, startApi } from './api.fixture.ts'

/** One of everything, by the names of their collections. */
async function makeThings(api: Api): Promise<Record<string, string>> {
  const things: Record<string, string> = { hosts: 'db-1', 'channel-kinds': 'slack' }
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
  things.users = things.people
  things.departments = (await aDepartment(db)).id
  const levels = { high: { allChannels: true } }
  things.subscriptions = (await createSubscription(context, { name: 'all', levels })).id
  return things
}

export const nameOf = ({ method, path }: Operation) => `${method} ${path}`
export const withBody = operations.filter((operation) => operation.body !== null)
export const lists = operations.filter(({ query }) => query !== null && 'cursor' in query.shape)
export const byId = operations.filter(({ path }) => /\{\w*id\}/i.test(path))

/** A path whose ids are well formed, and exist where the test has made such a thing. */
export const pathOf = ({ path }: Operation, idOf: (collection: string) => string) =>
  path
    .replace('{token}', 'unknown')
    .replace('{exitCode}', '0')
    .replaceAll(/\{\w+\}/g, () => idOf(path.split('/')[1] ?? ''))

const codes = new Map([
  [400, 'malformed'],
  [401, 'unauthenticated'],
  [403, 'forbidden'],
  [404, 'not_found'],
  [413, 'too_large'],
  [422, 'invalid_input'],
])

/** A problem document that says what was wrong. */
export function expectProblem(answer: Answer, status: number): void {
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

export const pathsOf = ({ body }: Answer): unknown[] =>
  Array.isArray(body?.errors) ? body.errors.map((fault: { path: unknown }) => fault.path) : []

/** Everything that a bad request could have written by half. */
async function countRows({ fresh }: Api): Promise<unknown> {
  const [row] = await fresh.db.sql`
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

/** The API over one of everything, and what a bad request must leave as it was. */
export interface BadInputStage {
  readonly api: Api
  readonly things: Readonly<Record<string, string>>
  /** The id of a thing of this collection; where there is none, one that is well formed. */
  readonly existing: (collection: string) => string
  readonly changingNothing: (act: () => Promise<void>) => Promise<void>
}

export async function setBadInputStage(serverUrl: string): Promise<BadInputStage> {
  const api = await startApi(serverUrl)
  const things = await makeThings(api)
  return {
    api,
    things,
    existing: (collection) => things[collection] ?? randomUUID(),
    async changingNothing(act) {
      const before = await countRows(api)
      await act()
      expect(await countRows(api)).toEqual(before)
    },
  }
}
