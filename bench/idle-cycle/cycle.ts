import type { Database } from '@highwater/db/client'
import { createEvaluator } from '@highwater/db/queue'
import { median } from '../measure/statistics.ts'

const repeats = 100

/** The worker's cycle, at most 1,000 projects per transaction as it does. */
export const createCycle = (db: Database) =>
  createEvaluator(db, {
    limit: 1_000,
    consoleUrl: 'http://127.0.0.1',
    onDefect: (project, error) => {
      throw new Error(`Project ${project} cannot be evaluated.`, { cause: error })
    },
  })

async function medianDuration(step: () => Promise<unknown>): Promise<number> {
  const durations: number[] = []
  for (let count = 0; count < repeats; count += 1) {
    const started = performance.now()
    await step()
    durations.push(performance.now() - started)
  }
  return median(durations)
}

/** Milliseconds of a cycle that finds nothing to do. */
export function idleCycleMs(db: Database): Promise<number> {
  const runCycle = createCycle(db)
  return medianDuration(async () => {
    const { taken } = await runCycle()
    if (taken > 0) throw new Error(`${taken} projects were due in a cycle that was to be idle.`)
  })
}

/** Milliseconds of a transaction that asks nothing of any table. */
export const emptyTransactionMs = (db: Database): Promise<number> =>
  medianDuration(() => db.sql.begin((tx) => tx`select 1`))
