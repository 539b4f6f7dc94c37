import { between, type Instant, type Millis, type WorkerId } from '@highwater/core'
import { asc, sql } from 'drizzle-orm'
import { workerSilenceSeconds } from '../../queue/heartbeat.ts'
import { cycleRun, worker } from '../../schema/index.ts'
import type { Reader } from '../reader.ts'

export interface WorkerItem {
  readonly id: WorkerId
  readonly host: string
  readonly version: string
  readonly startedAt: Instant
  readonly seenAt: Instant
  /** Since its last heartbeat. */
  readonly silentFor: Millis
  readonly isAlive: boolean
  /** By how much its machine's clock is ahead of the database's; null before it has compared them. */
  readonly clockOffset: Millis | null
}

/** The last run of one of the worker's cycles. */
export interface CycleItem {
  readonly name: string
  readonly worker: WorkerId
  readonly startedAt: Instant
  readonly durationMs: Millis
  readonly taken: number
  readonly report: Readonly<Record<string, number>>
  readonly failure: string | null
}

export async function readWorkers(db: Reader): Promise<WorkerItem[]> {
  const rows = await db
    .select({
      id: worker.id,
      host: worker.host,
      version: worker.version,
      startedAt: worker.startedAt,
      seenAt: worker.seenAt,
      clockOffset: worker.clockOffsetMs,
      now: sql<Instant>`now()`,
    })
    .from(worker)
    .orderBy(asc(worker.startedAt), asc(worker.id))
  return rows.map(({ id, now, ...row }) => {
    const silentFor = between(row.seenAt, now)
    return {
      ...row,
      id: id as WorkerId,
      silentFor,
      isAlive: silentFor <= workerSilenceSeconds * 1_000,
    }
  })
}

export async function readCycles(db: Reader): Promise<CycleItem[]> {
  const rows = await db.select().from(cycleRun).orderBy(asc(cycleRun.name))
  return rows.map((row) => ({ ...row, worker: row.worker as WorkerId }))
}
