import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { eventually, type Stage, setStage } from './stage.ts'

// Whoever runs the database limits how long a statement may wait, and then alters a table.
let stage: Stage

beforeEach(async () => {
  stage = await setStage()
})
afterEach(() => stage.end())

async function limit(setting: 'lock_timeout' | 'statement_timeout'): Promise<void> {
  const { sql } = stage.fresh.db
  const [row] = await sql<{ name: string }[]>`select current_database() as name`
  await sql`alter database ${sql(row?.name ?? '')} set ${sql(setting)} = '300ms'`
}

test.for(['lock_timeout', 'statement_timeout'] as const)(
  'a receipt that waits longer than a %s allows is recorded once it can be',
  async (setting) => {
    await limit(setting)
    const projects = await stage.projects(1)
    const worker = await stage.startWorker()
    const letGo = await stage.hold('delivery_attempt')
    await stage.report(projects, 412)
    await eventually(
      () => stage.told(),
      (told) => told.length === 1,
    )
    // So long that the receipt is tried several times.
    await pause(3_000)
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
