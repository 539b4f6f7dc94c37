import type { DepartmentId } from '@highwater/core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../../testing/fresh-database.ts'
import { seedProjects } from '../../../testing/seed.ts'
import { admin, memberOf, seedAccount, seedDepartment } from '../queries.fixture.ts'
import { findProjects } from './find.ts'

let fresh: FreshDatabase
let sales: DepartmentId

const namesFor = async (q: string, viewer = admin) =>
  (await findProjects(fresh.db, viewer, { q })).items.map(({ name }) => name)

beforeAll(async () => {
  fresh = await freshDatabase(inject('postgresUrl'))
  const { db } = fresh
  sales = await seedDepartment(db, 'Sales')
  await seedProjects(db, { count: 40, namePrefix: 'archive of pay' })
  await seedProjects(db, { count: 3, namePrefix: '订单同步' })
  const [pay, orders, ofSales] = await seedProjects(db, { count: 3, namePrefix: 'single' })
  await db.sql`update project set name = 'pay' where id = ${pay ?? ''}`
  await db.sql`update project set name = 'Orders', external_key = 'oms-77' where id = ${orders ?? ''}`
  await db.sql`update project set name = 'pay_sales', department_id = ${sales} where id = ${ofSales ?? ''}`
})
afterAll(() => fresh.close())

test('the project of exactly the typed name comes first, however many others have it in theirs', async () => {
  const { items, isMore } = await findProjects(fresh.db, admin, { q: 'pay' })
  expect(items[0]).toMatchObject({ name: 'pay', kind: 'synchronization' })
  expect(items).toHaveLength(7)
  expect(isMore).toBe(true)
})

test('names that begin with what was typed come before those that have it somewhere', async () => {
  const { db } = fresh
  await db.sql`update project set name = 'zz and orders' where name = 'archive of pay-1'`
  await db.sql`update project set name = 'a list of orders' where name = 'archive of pay-2'`
  expect(await namesFor('orders')).toEqual(['Orders', 'a list of orders', 'zz and orders'])
})

test('part of a name in any language or of an external key is enough, and nothing is no fault', async () => {
  expect(await namesFor('同步-2')).toEqual(['订单同步-2'])
  expect(await namesFor('oms-7')).toEqual(['Orders'])
  expect(await findProjects(fresh.db, admin, { q: 'nowhere' })).toEqual({
    items: [],
    isMore: false,
  })
})

test('nobody is offered a project that they may not see', async () => {
  const member = memberOf(await seedAccount(fresh.db, 'zhou'), sales)
  expect(await namesFor('pay', member)).toEqual(['pay_sales'])
  await fresh.db.sql`update project set deleted_at = now() where name = 'pay_sales'`
  expect(await namesFor('pay', member)).toEqual([])
})
