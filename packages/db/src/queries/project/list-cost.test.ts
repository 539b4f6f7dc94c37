import type { Actor } from '@highwater/core/permissions'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { prepareDatabase } from '../../../testing/fresh-database.ts'
import { connect, type Database } from '../../client/index.ts'
import { admin, memberOf } from '../queries.fixture.ts'
import { rowsRead } from '../rows-read.fixture.ts'
import { findProjects } from './find.ts'
import { listProjects, projectSorts } from './list.ts'

const projects = 20_000
/**
 * A quarter of the whole: each row counts four times, as a project and as its state, in the index and
 * in the table. Near the end of a rare filter the planner may walk a stretch of the sort's index.
 */
const bound = projects

let db: Database

beforeAll(async () => {
  db = connect(await prepareDatabase(inject('postgresUrl')), { name: 'test', maxConnections: 1 })
  await db.sql.unsafe(`
    insert into department (id, name, created_at)
      select gen_random_uuid(), 'department ' || n, now() from generate_series(1, 40) as n;
    insert into account (id, email, display_name, role, created_at)
      select gen_random_uuid(), 'p' || n || '@example.com', 'person ' || n, 'user', now()
      from generate_series(1, 200) as n;
    insert into project (id, name, kind, external_key, department_id, owner_id, level, tags,
        ping_token, created_at)
      select gen_random_uuid(), (array['orders', 'crm', 'payments', '订单', '库存'])[1 + h % 5] || '-' || md5(n::text),
        case when h % 3 = 0 then 'migration' else 'synchronization' end, 'key-' || n,
        (select id from department where name = 'department ' || (1 + h / 7 % 40)),
        (select id from account where email = 'p' || (1 + h / 11 % 200) || '@example.com'),
        (array['high', 'medium', 'low', 'low', 'low', 'none'])[1 + h / 13 % 6], array['tag' || h / 17 % 50],
        'ping-' || n, now() - h / 100 * interval '1 minute'
      from (select n, abs(hashint4(n))::int as h from generate_series(1, ${projects}) as n) as drawn;
    insert into project_state (project_id, state, incremental, open_alerts)
      select id, case h % 200 when 0 then 'failed' when 1 then 'paused' else 'running' end, true,
        case when h / 19 % 199 = 0 then 1 else 0 end
      from (select id, abs(hashtext(id::text)) as h from project) as drawn;
  `)
  await db.sql.unsafe('analyze project')
  await db.sql.unsafe('analyze project_state')
  await db.sql.unsafe('analyze project_tag')
  await db.sql.unsafe('analyze department')
  await db.sql.unsafe('analyze account')
})
afterAll(() => db.close())

const filters = [
  {},
  { kind: 'migration' },
  { state: 'running' },
  { state: 'failed' },
  { level: 'high' },
  { level: 'none' },
  { tag: 'tag7' },
  { department: 'department 7' },
  { owner: 'p7@example.com' },
  { q: 'a7f3' },
  { q: 'key-777' },
  { q: 'nowhere to be found' },
  { q: 'z' },
  { q: '7' },
  { attention: true },
  { attention: false },
  { level: 'high', state: 'failed', kind: 'migration' },
] as const

/**
 * Each of these is in a fifth of all names, and stands in one stretch of them. Where the sort does not
 * follow the names, as many matches are read as are worth sorting.
 */
const commonSearches = [{ q: 'orders' }, { q: '订单' }] as const
/** A single character makes no pair of its own. */
const ofOneCharacter = [{ q: '库' }, { q: 'y' }, { q: 'Z' }] as const

const costOf = (viewer: Actor, input: Parameters<typeof listProjects>[2]) =>
  rowsRead(db, ['project', 'project_state', 'project_tag'], () => listProjects(db, viewer, input))

for (const sort of projectSorts) {
  test(`sorted by ${sort}, no filter makes the first or the second page read the table`, async () => {
    const costly: unknown[] = []
    for (const filter of filters) {
      const { nextCursor } = await listProjects(db, admin, { ...filter, sort })
      for (const page of [{}, ...(nextCursor === null ? [] : [{ cursor: nextCursor }])]) {
        const cost = await costOf(admin, { ...filter, sort, ...page })
        if (cost.sequential > 0 || cost.indexed > bound) costly.push({ filter, page, cost })
      }
    }
    expect(costly).toEqual([])
  })

  test(`sorted by ${sort}, a search that many names match goes through indexes`, async () => {
    for (const filter of [...commonSearches, ...ofOneCharacter]) {
      const cost = await costOf(admin, { ...filter, sort })
      expect(cost.sequential).toBe(0)
      expect(cost.indexed).toBeLessThan(bound)
    }
  })
}

test('a filter finds the same page nearby, among the few of its index and along the whole sort', async () => {
  for (const filter of [{ tag: 'tag7' }, { q: 'a7f3' }, ...commonSearches, ...ofOneCharacter]) {
    const [tag, text] = 'tag' in filter ? [filter.tag, ''] : [null, filter.q]
    const rows = await db.sql<{ id: string }[]>`
      select id from project where searched_text like ${`%${text.toLowerCase()}%`}
        and (${tag}::text is null or ${tag} = any(tags))
      order by name, id limit 100`
    const first = await listProjects(db, admin, { ...filter, sort: 'name' })
    const cursor = first.nextCursor
    const second =
      cursor === null ? null : await listProjects(db, admin, { ...filter, sort: 'name', cursor })
    const found = [...first.items, ...(second?.items ?? [])].map(({ id }) => id)
    expect(found).toEqual(rows.map(({ id }) => id))
  }
})

test('to find a project by its name reads hardly more than the list does for the same search', async () => {
  const tables = ['project', 'project_state', 'project_tag']
  for (const q of ['orders', '订单', '库', 'a7f3', 'nowhere to be found']) {
    const list = await costOf(admin, { q })
    const find = await rowsRead(db, tables, () => findProjects(db, admin, { q }))
    expect(find.sequential, q).toBe(0)
    expect(find.indexed, q).toBeLessThan(list.indexed + 100)
  }
})

test('a person of one department reads little more than that department', async () => {
  const [row] = await db.sql`
    select d.id as department, a.id as person from department d, account a
    where d.name = 'department 3' and a.email = 'p9@example.com'`
  const viewer = memberOf(row?.person, row?.department)
  for (const sort of projectSorts) {
    for (const filter of [{}, ...commonSearches, { q: 'z' }, { level: 'high' }] as const) {
      const cost = await costOf(viewer, { ...filter, sort })
      expect(cost.sequential, sort).toBe(0)
      expect(cost.indexed, sort).toBeLessThan(bound / 2)
    }
  }
})

/** The same page as the plainest statement gives it. */
async function expectSamePages(filter: Parameters<typeof listProjects>[2]) {
  const { tag = null, q = '', level = null, attention = null } = filter
  const rows = await db.sql<{ id: string }[]>`
    select p.id from project p join project_state s on s.project_id = p.id
    where strpos(p.searched_text, ${q}) > 0 and (${tag}::text is null or ${tag} = any(p.tags))
      and (${level}::text is null or p.level = ${level})
      and (${attention as boolean | null}::boolean is null or (s.open_alerts > 0) = ${attention as boolean | null})
    order by (s.open_alerts = 0), p.name, p.id limit 100`
  const input = { ...filter, sort: 'attention' } as const
  const first = await listProjects(db, admin, input)
  const cursor = first.nextCursor
  const second = cursor === null ? null : await listProjects(db, admin, { ...input, cursor })
  const found = [...first.items, ...(second?.items ?? [])].map(({ id }) => id)
  expect(found, JSON.stringify(filter)).toEqual(rows.map(({ id }) => id))
}

/** By level those without an alert stand at the end, when all that may alert do. */
async function expectCalmOnes(filter: { readonly kind?: 'migration'; readonly tag?: string }) {
  const { kind = null, tag = null } = filter
  const rows = await db.sql`
    select p.id from project p join project_state s on s.project_id = p.id
    where s.open_alerts = 0 and (${kind}::text is null or p.kind = ${kind})
      and (${tag}::text is null or ${tag} = any(p.tags))
    order by p.level_rank, p.name, p.id limit 100`
  const input = { ...filter, attention: false, sort: 'level' } as const
  const first = await listProjects(db, admin, input)
  const cursor = first.nextCursor ?? ''
  const second = await listProjects(db, admin, { ...input, cursor })
  const found = [...first.items, ...second.items].map(({ id }) => id)
  expect(found, JSON.stringify(filter)).toEqual(rows.map(({ id }) => id))
}

const sortedByAttention = [
  {},
  { level: 'none' },
  { tag: 'tag7' },
  { tag: 'tag7', q: '0' },
  { q: 'a7f3' },
  { tag: 'tag7', q: '订单' },
  { tag: 'tag7', attention: true },
  { q: 'a7', attention: false },
  ...commonSearches,
] as const

test('sorted by attention, a few alerts stand before all others, page by page', async () => {
  for (const filter of sortedByAttention) await expectSamePages(filter)
})

test('when all alert at once, pages stay right and cheap before the statistics know of it', async () => {
  await db.sql`alter table project_state set (autovacuum_enabled = false)`
  await db.sql`
    update project_state s set open_alerts = 1 from project p
    where p.id = s.project_id and p.level <> 'none'`
  for (const filter of sortedByAttention) await expectSamePages(filter)
  for (const filter of [{}, { kind: 'migration' }, { tag: 'tag7' }] as const) {
    await expectCalmOnes(filter)
  }
  // The few that are without an alert then are sought among all, however far apart they are.
  const asked = filters.filter((filter) => !('attention' in filter) || filter.attention)
  for (const sort of projectSorts) {
    for (const filter of asked) {
      const cost = await costOf(admin, { ...filter, sort })
      expect(cost.sequential, JSON.stringify({ filter, sort })).toBe(0)
      expect(cost.indexed, JSON.stringify({ filter, sort })).toBeLessThan(bound)
    }
  }
})
