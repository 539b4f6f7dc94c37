import type { DepartmentId, ProjectId, UserId } from '@highwater/core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../../testing/fresh-database.ts'
import { seedProjects } from '../../../testing/seed.ts'
import { admin, memberOf, readAllPages, seedAccount, seedDepartment } from '../queries.fixture.ts'
import { getProject, getProjectByReference } from './get.ts'
import { listProjects, projectSorts } from './list.ts'

let fresh: FreshDatabase
let sales: DepartmentId
let person: UserId
let ids: ProjectId[]

const names = async (input: Parameters<typeof listProjects>[2], viewer = admin) =>
  (await listProjects(fresh.db, viewer, input)).items.map((item) => item.name)

beforeAll(async () => {
  fresh = await freshDatabase(inject('postgresUrl'))
  const { db } = fresh
  sales = await seedDepartment(db, 'Sales')
  person = await seedAccount(db, 'li.wei')
  ids = [
    ...(await seedProjects(db, { count: 9, level: 'medium' })),
    ...(await seedProjects(db, {
      count: 2,
      level: 'high',
      kind: 'migration',
      namePrefix: '订单同步',
    })),
    ...(await seedProjects(db, { count: 1, level: 'none', namePrefix: '100%_done' })),
  ]
  await db.sql`update project set department_id = ${sales}, tags = '{gold}' where name = 'orders-3'`
  await db.sql`update project set owner_id = ${person} where name = 'orders-5'`
  await db.sql`
    update project_state set open_alerts = 2, state = 'failed'
    where project_id = (select id from project where name = 'orders-7')`
  await db.sql`
    update project_state set state = 'running', incremental = true,
      position_at = now() - interval '42 seconds', latency_observed_at = now() - interval '40 seconds'
    where project_id = (select id from project where name = 'orders-2')`
})
afterAll(() => fresh.close())

test('every sort gives each project exactly once over its pages', async () => {
  for (const sort of projectSorts) {
    const items = await readAllPages((cursor) =>
      listProjects(fresh.db, admin, { sort, limit: 5, ...(cursor ? { cursor } : {}) }),
    )
    expect(items.map((item) => item.id).sort(), sort).toEqual([...ids].sort())
  }
})

test('sorts put the first things first', async () => {
  expect((await names({ sort: 'level' })).slice(0, 3)).toEqual([
    '订单同步-1',
    '订单同步-2',
    'orders-1',
  ])
  expect((await names({ sort: 'level' })).at(-1)).toBe('100%_done-1')
  expect((await names({ sort: 'attention' }))[0]).toBe('orders-7')
  expect(await names({ sort: 'name', limit: 2 })).toEqual(['100%_done-1', 'orders-1'])
})

test('each filter finds its own and nothing else', async () => {
  expect(await names({ kind: 'migration' })).toEqual(['订单同步-1', '订单同步-2'])
  expect(await names({ state: 'failed' })).toEqual(['orders-7'])
  expect(await names({ level: 'none' })).toEqual(['100%_done-1'])
  expect(await names({ tag: 'gold' })).toEqual(['orders-3'])
  expect(await names({ department: 'Sales' })).toEqual(['orders-3'])
  expect(await names({ department: sales })).toEqual(['orders-3'])
  expect(await names({ owner: 'LI.WEI@example.com' })).toEqual(['orders-5'])
  expect(await names({ attention: 'true' })).toEqual(['orders-7'])
})

test('a search finds part of a name in any case, Chinese words, and a whole external key', async () => {
  expect(await names({ q: 'RDERS-4' })).toEqual(['orders-4'])
  expect(await names({ q: '订单' })).toEqual(['订单同步-1', '订单同步-2'])
  expect(await names({ q: '单' })).toEqual(['订单同步-1', '订单同步-2'])
  expect(await names({ q: 'Y' })).toEqual(expect.arrayContaining(['orders-4']))
  expect(await names({ q: '%' })).toEqual(['100%_done-1'])
  expect(await names({ q: '鲸' })).toEqual([])
  expect(await names({ q: '%_' })).toEqual(['100%_done-1'])
  expect(await names({ q: `${ids[3]}-key` })).toEqual(['orders-4'])
  expect(await names({ q: 'nothing like it' })).toEqual([])
})

test('a project is found by a new name and a new tag, wherever these place it', async () => {
  const rename = (from: string, to: string) =>
    fresh.db.sql`update project set name = ${to}, tags = '{silver}' where name = ${from}`
  await rename('orders-9', '0-订单')
  expect(await names({ q: '订单' })).toEqual(['0-订单', '订单同步-1', '订单同步-2'])
  expect(await names({ tag: 'silver' })).toEqual(['0-订单'])
  await rename('0-订单', 'orders-9')
  expect(await names({ q: '订单' })).toEqual(['订单同步-1', '订单同步-2'])
  expect(await names({ tag: 'silver', q: 'orders' })).toEqual(['orders-9'])
})

test('a tag finds its living projects alone, as they are called and levelled now', async () => {
  const { sql } = fresh.db
  await sql`update project set tags = '{amber,amber}' where name in ('orders-1', 'orders-4', 'orders-8')`
  await sql`update project set level = 'high' where name = 'orders-8'`
  expect(await names({ tag: 'amber', sort: 'level' })).toEqual(['orders-8', 'orders-1', 'orders-4'])
  await sql`update project set deleted_at = now() where name = 'orders-1'`
  expect(await names({ tag: 'amber' })).toEqual(['orders-4', 'orders-8'])
  await sql`update project set deleted_at = null, tags = '{}', level = 'medium'
    where name in ('orders-1', 'orders-4', 'orders-8')`
  expect(await names({ tag: 'amber' })).toEqual([])
})

test('a position has grown by the moment of the read', async () => {
  const page = await listProjects(fresh.db, admin, { q: 'orders-2' })
  expect(page.items[0]?.latencySeconds).toBeGreaterThanOrEqual(42)
  expect(page.items[0]?.latencySeconds).toBeLessThan(60)
})

test('a person sees the projects of their departments and their own, and no others', async () => {
  expect(await names({}, memberOf(person, sales))).toEqual(['orders-3', 'orders-5'])
  expect(await names({}, memberOf(person))).toEqual(['orders-5'])
  expect(await names({}, { type: 'anonymous' })).toEqual([])
})

test('what one may not see is not found, by id and by external key', async () => {
  const hidden = ids[0] as ProjectId
  const viewer = memberOf(person, sales)
  await expect(getProject(fresh.db, viewer, hidden)).rejects.toMatchObject({ code: 'not_found' })
  await expect(getProjectByReference(fresh.db, viewer, `${hidden}-key`)).rejects.toMatchObject({
    code: 'not_found',
  })
  expect((await getProjectByReference(fresh.db, admin, `${hidden}-key`)).id).toBe(hidden)
  await expect(getProject(fresh.db, admin, 'nonsense' as ProjectId)).rejects.toMatchObject({
    code: 'not_found',
  })
})

test('the heartbeat address is shown only to those who may send signals', async () => {
  const id = ids[0] as ProjectId
  expect((await getProject(fresh.db, admin, id)).pingToken).toBe(`${id}-ping`)
  const auditor = { type: 'user', id: person, role: 'auditor', departments: [] } as const
  expect((await getProject(fresh.db, auditor, id)).pingToken).toBeNull()
})

test('bad input is refused with the path to the fault', async () => {
  const refused = (input: object) => expect(listProjects(fresh.db, admin, input)).rejects
  const faultAt = (path: string) => ({ code: 'invalid_input', faults: [{ path }] })
  await refused({ cursor: 'rubbish' }).toMatchObject(faultAt('cursor'))
  await refused({ limit: 201 }).toMatchObject(faultAt('limit'))
  await refused({ state: 'asleep' }).toMatchObject(faultAt('state'))
  const { nextCursor } = await listProjects(fresh.db, admin, { limit: 1 })
  await refused({ sort: 'level', cursor: nextCursor ?? '' }).toMatchObject(faultAt('cursor'))
})
