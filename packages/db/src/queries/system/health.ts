import type { Database } from '../../client/connect.ts'
import { readTogether } from '../reader.ts'
import { readMigrations } from './migrations.ts'
import { readWorkers } from './workers.ts'

export type Check = 'ok' | 'failing'

export interface Health {
  readonly isReady: boolean
  readonly checks: { readonly database: Check; readonly migrations: Check; readonly worker: Check }
}

const check = (isFine: boolean): Check => (isFine ? 'ok' : 'failing')

/** Whether work is being done: for load balancers, so it needs no viewer and never throws. */
export async function readHealth(db: Database): Promise<Health> {
  try {
    return await readTogether(db, async (tx) => {
      const { isCurrent } = await readMigrations(tx)
      // Tables may be missing as long as the migrations are.
      const isWatched = isCurrent && (await readWorkers(tx)).some((worker) => worker.isAlive)
      return {
        isReady: isWatched,
        checks: { database: 'ok', migrations: check(isCurrent), worker: check(isWatched) },
      }
    })
  } catch {
    const failing = { database: 'failing', migrations: 'failing', worker: 'failing' } as const
    return { isReady: false, checks: failing }
  }
}
