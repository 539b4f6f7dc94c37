import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../../testing/fresh-database.ts'
import { seedChannel, seedProjects } from '../../../testing/seed.ts'
import { createEvaluator } from './evaluate-backlog.ts'

let fresh: FreshDatabase

beforeAll(async () => {
  fresh = await freshDatabase(inject('postgresUrl'))
  await seedChannel(fresh.db)
  await seedProjects(fresh.db, { count: 7 })
  await fresh.db.sql`
    update project_state set state = 'running', incremental = true, caught_up_at = now(),
      latency_ms = 90000, latency_observed_at = now(), last_signal_at = now(), due_at = now()`
})
afterAll(() => fresh.close())

test('a backlog is judged two batches at a time, and every project once', async () => {
  const run = createEvaluator(fresh.db, {
    limit: 2,
    consoleUrl: 'https://highwater.example',
    onDefect: (_project, error) => {
      throw error
    },
  })
  const taken: number[] = []
  for (let more = true; more; ) {
    const report = await run()
    taken.push(report.taken)
    more = report.more
  }
  // One batch shows that there is a backlog; the last two share what is left.
  expect(taken).toEqual([2, 4, 1])
  const alerts = await fresh.db.sql`
    select count(*)::int as count, count(distinct project_id)::int as projects,
      (select count(*)::int from notification) as messages,
      (select count(*)::int from alert_event) as noted
    from alert`
  expect([...alerts]).toEqual([{ count: 7, projects: 7, messages: 7, noted: 7 }])
})
