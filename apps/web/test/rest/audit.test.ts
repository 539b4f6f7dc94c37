import { adminContext, asSuperuser, renameTogether } from '@highwater/db/testing'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type Api, startApi } from './api.fixture.ts'

let api: Api
const danger = ['=cmd()', '+1', '-1', '@SUM(A1)', '\tTab', '\rReturn', 'plain']

beforeAll(async () => {
  api = await startApi(inject('postgresUrl'))
  const { db, sealer } = api.services
  const context = await adminContext(db, sealer)
  await renameTogether(context, danger.length, (index) => danger[index] ?? '')
})
afterAll(() => api.close())

test('An export holds every entry of the filter, and no cell that a spreadsheet would run', async () => {
  const { status, headers, text } = await api.ask('GET', '/audit-events/export?result=succeeded')
  expect(status).toBe(200)
  expect(headers.get('content-disposition')).toBe('attachment; filename="audit.csv"')
  expect(text).toContain('Id,Time,Who')
  expect(text.split('\r\n').length).toBeGreaterThan(2)
  for (const cell of text.split(/[,\n]/)) expect(cell).not.toMatch(/^"?[=+\-@\t]/)
  const named = await api.ask('GET', '/audit-events?limit=1&operation=access')
  expect(named.body?.items).toMatchObject([
    {
      action: 'audit.export',
      changes: expect.arrayContaining([{ path: 'format', before: null, after: 'csv' }]),
    },
  ])
})

test('An export as JSON is one array with every column and the seals', async () => {
  const { text } = await api.ask('GET', '/audit-events/export?format=json&target=audit')
  expect(JSON.parse(text)).toMatchObject([
    { action: 'audit.export', at: expect.stringMatching(/Z$/), seal: expect.any(String) },
    { action: 'audit.export' },
  ])
  expect(
    JSON.parse((await api.ask('GET', '/audit-events/export?format=json&q=zzzz')).text),
  ).toEqual([])
})

test('Verifying says that all is well, then names the entry that somebody changed', async () => {
  const verify = () => api.ask('POST', '/audit-events/verify', { body: {} })
  expect((await verify()).body).toMatchObject({ isIntact: true, fault: null })
  const [row] = await api.fresh.db.sql`select min(id)::int as id from audit_event`
  await asSuperuser(
    api.fresh.db,
    `update audit_event set actor_name = 'nobody' where id = ${row?.id}`,
  )
  const broken = await verify()
  expect(broken.body).toMatchObject({
    isIntact: false,
    fault: { kind: 'changed', eventId: row?.id },
  })
  const newest = await api.ask('GET', '/audit-events?limit=1')
  expect(newest.body?.items).toMatchObject([{ action: 'audit.verify', risk: 'urgent' }])
})

test('The audit is filtered by the risk of an operation and by the role in which somebody acted', async () => {
  const risks = async (filter: string) => {
    const { body } = await api.ask('GET', `/audit-events?limit=200&${filter}`)
    const items = body?.items as { risk: string; actorRole: string | null }[]
    return {
      risks: new Set(items.map(({ risk }) => risk)),
      roles: new Set(items.map((each) => each.actorRole)),
    }
  }
  expect((await risks('risk=urgent')).risks).toEqual(new Set(['urgent']))
  expect((await risks('risk=low&role=admin')).roles).toEqual(new Set(['admin']))
  expect((await risks('role=viewer')).risks).toEqual(new Set())
})

test('Only administrators and auditors export and verify, and others are written down', async () => {
  const { body } = await api.ask('POST', '/tokens', { body: { name: 'reader', scope: 'read' } })
  const token = String(body?.token)
  expect(await api.ask('POST', '/audit-events/verify', { token, body: {} })).toMatchObject({
    status: 403,
  })
  expect(await api.ask('GET', '/audit-events/export', { token })).toMatchObject({ status: 403 })
  const refused = await api.ask('GET', '/audit-events?result=refused')
  expect(refused.body?.items).toMatchObject([
    { action: 'audit.export' },
    { action: 'audit.verify' },
  ])
})
