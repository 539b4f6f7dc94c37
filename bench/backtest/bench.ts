import type { UserId } from '@highwater/core'
import type { UserActor } from '@highwater/core/permissions'
import { defaultProtectionLevelSettings } from '@highwater/core/policy'
import type { Database } from '@highwater/db/client'
import { previewLevels, resultOf } from '@highwater/db/queries'
import type { Bench } from '../bench.ts'
import { inTurn } from '../measure/in-turn.ts'
import { seedInPortions } from '../stack/seed-in-portions.ts'
import { withDatabase } from '../stack/with-database.ts'
import { fillHistory } from './fill.ts'

const projectCount = 1_000
/** Thirty that are counted, and the one before them. */
const days = 31

const admin: UserActor = {
  type: 'user',
  id: '00000000-0000-4000-8000-000000000001' as UserId,
  role: 'admin',
  departments: [],
}

async function millisecondsOf(step: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await step()
  return performance.now() - started
}

/** Previews another latency threshold for the level at which all projects are, from 30 s. */
async function preview(db: Database, latencySeconds: number) {
  const { high, ...others } = defaultProtectionLevelSettings
  const proposal = { ...others, high: { ...high, latencySeconds }, version: 1 }
  const { projects, backtest } = await resultOf(previewLevels(db, admin, proposal))
  const sum = (side: 'before' | 'after') =>
    backtest.days.reduce((total, day) => total + day[side], 0)
  const found = { before: sum('before'), after: sum('after') }
  if (projects !== projectCount || found.before === 0 || found.before === found.after) {
    throw new Error(
      `A preview of ${projects} projects found ${found.before} and ${found.after} alerts.`,
    )
  }
  return found
}

const readOnce = (db: Database) => db.sql`select count(*) from history_hour where max_ms > 30000`

export const bench: Bench = {
  purpose: `30 days of ${projectCount.toLocaleString('en')} projects with a signal every 10 s, replayed under two sets of thresholds`,
  run: ({ serverUrl, rounds, stop, tell }) =>
    withDatabase(serverUrl, async ({ db }) => {
      tell('filling a month of history')
      await seedInPortions(db, projectCount, stop)
      await fillHistory(db, days)
      const higher = await preview(db, 60)
      const lower = await preview(db, 8)
      tell(`${higher.before} alerts at 30 s, ${higher.after} at 60 s, ${lower.after} at 8 s`)
      const figures = await inTurn(rounds, {
        higher: () => millisecondsOf(() => preview(db, 60)),
        lower: () => millisecondsOf(() => preview(db, 8)),
        once: () => millisecondsOf(() => readOnce(db)),
      })
      const limit = { what: 'reading the hours once', figures: figures.once }
      const goal = { of: 'figure', below: 10_000 } as const
      return [
        { what: 'threshold 30 s -> 60 s', unit: 'ms', figures: figures.higher, limit, goal },
        { what: 'threshold 30 s -> 8 s', unit: 'ms', figures: figures.lower, limit, goal },
      ]
    }),
}
