import type { Database } from '../../client/connect.ts'
import { inTime } from '../../client/in-time.ts'
import { readTogether } from '../reader.ts'
import { readMigrations } from './migrations.ts'
import { readWorkers } from './workers.ts'

export type Check = 'ok' | 'failing'

export interface Health {
  readonly isReady: boolean
  readonly checks: { readonly database: Check; readonly migrations: Check; readonly worker: Check }
}

const check = (isFine: boolean): Check => (isFine ? 'ok' : 'failing')

const failing: Health = {
  isReady: false,
  checks: { database: 'failing', migrations: 'failing', worker: 'failing' },
}

async function look(db: Database): Promise<Health> {
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
    return failing
  }
}

/** Whether work is being done: for load balancers, so it needs no viewer, never throws, and answers in time. */
export const readHealth = inTime(look, failing)
