import type { Instant } from '@highwater/core'
import type { Actor } from '@highwater/core/permissions'
import { sql } from 'drizzle-orm'
import type { Database } from '../../client/connect.ts'
import { permit } from '../permit.ts'
import { readTogether } from '../reader.ts'
import { type MigrationFigures, readMigrations } from './migrations.ts'
import { type BudgetItem, type QueueFigures, readBudgets, readQueue } from './queue.ts'
import { type CycleItem, readCycles, readWorkers, type WorkerItem } from './workers.ts'

export interface SystemPage {
  readonly now: Instant
  readonly workers: readonly WorkerItem[]
  readonly cycles: readonly CycleItem[]
  readonly queue: QueueFigures
  readonly budgets: readonly BudgetItem[]
  readonly database: { readonly sizeBytes: number; readonly version: string }
  readonly migrations: MigrationFigures
}

interface DatabaseRow extends Record<string, unknown> {
  readonly now: Instant
  readonly size: number
  readonly version: string
}

/** How the installation itself is doing. @throws AppError `forbidden` */
export async function readSystem(db: Database, viewer: Actor): Promise<SystemPage> {
  permit(viewer, 'system.read')
  return readTogether(db, async (tx) => {
    const [database] = await tx.execute<DatabaseRow>(sql`
      select now() as now, pg_database_size(current_database())::float8 as size,
        current_setting('server_version') as version`)
    if (database === undefined) throw new Error('A select without a table gave no row.')
    return {
      now: database.now,
      workers: await readWorkers(tx),
      cycles: await readCycles(tx),
      queue: await readQueue(tx),
      budgets: await readBudgets(tx),
      database: { sizeBytes: database.size, version: database.version },
      migrations: await readMigrations(tx),
    }
  })
}
