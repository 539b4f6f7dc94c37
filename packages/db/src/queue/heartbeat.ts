import type { Millis, WorkerId } from '@highwater/core'
import type { Database } from '../client/connect.ts'

interface LivingWorker {
  readonly id: WorkerId
  readonly host: string
  readonly version: string
  /** The ids of the keys that it opens secrets with. */
  readonly secretKeys: readonly string[]
  /** The kinds of channel that it cannot send through, as its operator has not set them up. */
  readonly kindsOff?: readonly string[]
  /** By how much its machine's clock is ahead of the database's. */
  readonly clockOffset?: Millis
}

/** Says that a worker lives. */
export async function beat(db: Database, worker: LivingWorker): Promise<void> {
  await db.sql`
    insert into worker (id, host, version, secret_keys, kinds_off, clock_offset_ms,
      started_at, seen_at)
    values (${worker.id}, ${worker.host}, ${worker.version}, ${[...worker.secretKeys]},
      ${[...(worker.kindsOff ?? [])]}, ${worker.clockOffset ?? null}, now(), now())
    on conflict (id) do update set seen_at = excluded.seen_at,
      clock_offset_ms = excluded.clock_offset_ms`
  await db.sql`delete from worker where seen_at < now() - interval '1 day'`
}

export interface CycleReport {
  readonly name: string
  readonly worker: WorkerId
  readonly durationMs: number
  readonly taken: number
  readonly figures: Readonly<Record<string, number>>
  readonly failure: string | null
}

/** Keeps the last run of a cycle for the system page. */
export async function recordCycle(db: Database, report: CycleReport): Promise<void> {
  await db.sql`
    insert into cycle_run (name, worker, started_at, succeeded_at, duration_ms, taken, report, failure)
    values (${report.name}, ${report.worker}, now(), case when ${report.failure === null} then now() end,
      ${Math.round(report.durationMs)}, ${report.taken}, ${db.sql.json(report.figures)}, ${report.failure})
    on conflict (name) do update set worker = excluded.worker, started_at = excluded.started_at,
      succeeded_at = coalesce(excluded.succeeded_at, cycle_run.succeeded_at),
      duration_ms = excluded.duration_ms, taken = excluded.taken, report = excluded.report,
      failure = excluded.failure`
}

/** A worker is gone when it has not been heard of for this long. */
export const workerSilenceSeconds = 15

/**
 * Takes the name of a worker that stops off the list. The last one on its machine says goodbye for
 * the machine too: until something there reports again, its silence is no trouble.
 */
export async function signOff(db: Database, id: WorkerId): Promise<void> {
  await db.sql`
    with gone as (delete from worker where id = ${id} returning host)
    update host set stopped_at = now(), due_at = now()
    from gone
    where host.name = gone.host and host.is_own and host.deleted_at is null and not exists (
      select from worker other where other.host = gone.host and other.id <> ${id}
        and other.seen_at >= now() - make_interval(secs => ${workerSilenceSeconds}))`
}
