import { afterEach, beforeEach, expect, test } from 'vitest'
import { eventually, type Stage, setStage } from './stage.ts'

// Whoever runs the database limits how long a statement may wait, and then alters a table.
let stage: Stage

beforeEach(async () => {
  stage = await setStage()
})
afterEach(() => stage.end())

/** For the worker alone, and longer than anything takes that waits for nobody. */
function limited(setting: 'lock_timeout' | 'statement_timeout'): string {
  const url = new URL(stage.fresh.url)
  url.searchParams.set(setting, '2s')
  return url.toString()
}

/** Asked again and again, sees when each statement began that a receipt waits in. */
function watchTries() {
  const tries = new Set<string>()
  return async () => {
    const rows = await stage.fresh.db.sql<{ began: string }[]>`
      select query_start::text as began from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'
        and query ilike '%with given as%'`
    for (const { began } of rows) tries.add(began)
    return tries.size
  }
}

test.for(['lock_timeout', 'statement_timeout'] as const)(
  'a receipt that waits longer than a %s allows is recorded once it can be',
  async (setting) => {
    const projects = await stage.projects(1)
    const worker = await stage.startWorker(limited(setting))
    const letGo = await stage.hold('delivery_attempt')
    await stage.report(projects, 412)
    await eventually(
      () => stage.told(),
      (told) => told.length === 1,
    )
    await eventually(watchTries(), (tries) => tries >= 3)
    await letGo()
    await eventually(
      () => stage.notifications(),
      (list) => list.every((entry) => entry === 'firing delivered'),
    )
    const attempts = await stage.fresh.db.sql<{ outcome: string }[]>`
    select outcome from delivery_attempt`
    expect(attempts.map(({ outcome }) => outcome)).toEqual(['delivered'])
    expect(worker.log()).not.toContain('not recorded')
  },
)
