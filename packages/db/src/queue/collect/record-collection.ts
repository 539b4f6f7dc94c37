import { type Instant, millis } from '@highwater/core'
import { clockTolerance } from '@highwater/core/project'
import {
  type CollectedProject,
  type CollectResult,
  toSignalInput,
  vanishedSignal,
} from '@highwater/sources/catalog'
import type { Database } from '../../client/connect.ts'
import { publishFrom } from '../../client/topics.ts'
import { readPolicyInForce } from '../current-policy.ts'
import { ingestSignals } from '../ingest/ingest.ts'
import type { DueSource } from './claim-source.ts'
import { registerProjects } from './register-projects.ts'
import { judgeSource } from './source-alert.ts'

type Json = Parameters<Database['sql']['json']>[0]

/** A collector's memory is JSON by contract; this is where the contract meets the driver's type. */
const asJson = (memory: unknown): Json => JSON.parse(JSON.stringify(memory ?? null))

/** The projects of the source that it no longer has. */
async function findVanished(db: Database, source: DueSource, found: readonly CollectedProject[]) {
  const keys = found.map((project) => project.externalKey)
  return db.sql<{ id: string; now: Instant }[]>`
    select id, now() as now from project
    where source_id = ${source.id} and deleted_at is null and external_key <> all(${keys}::text[])`
}

interface Stood {
  readonly failures: number
  readonly failing_since: Instant | null
  readonly clock_ahead_ms: string | null
  readonly clock_marks: number
  readonly enabled: boolean
}

/** Writes the standing of a source after a collection and moves its alert. */
async function recordStanding(
  db: Database,
  source: DueSource,
  result: CollectResult,
  consoleUrl: string,
) {
  await db.sql.begin(async (tx) => {
    const policy = await readPolicyInForce(tx)
    const failure = result.ok ? null : { reason: result.reason, message: result.message }
    const isAhead =
      result.ok && result.clockAhead !== null && result.clockAhead > clockTolerance.clamp
    const news = result.ok
      ? {
          memory: tx.json(asJson(result.memory)),
          clockAhead: result.clockAhead,
          clockMarks: tx`((clock_marks << 1) | ${isAhead ? 1 : 0}) & 31`,
        }
      : { memory: tx`memory`, clockAhead: tx`clock_ahead_ms`, clockMarks: tx`clock_marks` }
    const [row] = await tx<Stood[]>`
      update source set lease_until = null, leased_by = null, last_collected_at = now(),
        failures = case when ${result.ok} then 0 else failures + 1 end,
        failing_since = case when ${result.ok} then null else coalesce(failing_since, now()) end,
        last_failure = ${failure === null ? null : tx.json(failure)},
        memory = ${news.memory}, clock_ahead_ms = ${news.clockAhead},
        clock_marks = ${news.clockMarks}
      where id = ${source.id} and deleted_at is null
      returning failures, failing_since, clock_ahead_ms, clock_marks, enabled`
    // Switched off while it was being asked: its alerts are over.
    if (!row?.enabled) return
    const standing = {
      source,
      failures: row.failures,
      failingSince: row.failing_since,
      message: failure?.message ?? null,
      clockAhead: row.clock_ahead_ms === null ? null : millis(Number(row.clock_ahead_ms)),
      clockMarks: row.clock_marks,
    }
    if (!(await judgeSource(tx, standing, policy, consoleUrl))) return
    // Whether its projects' silence counts has just changed: look at them again.
    await tx`
      update project_state s set due_at = now(), version = s.version + 1 from project p
      where p.id = s.project_id and p.source_id = ${source.id} and p.deleted_at is null`
    await publishFrom(tx, ['evaluate'])
  })
}

/**
 * Takes in what a collector brought: projects it found are registered, their signals ingested, and
 * the source's own standing recorded last, so that fresh signals precede the end of a `source_down`.
 */
export async function recordCollection(
  db: Database,
  source: DueSource,
  result: CollectResult,
  consoleUrl: string,
): Promise<void> {
  if (result.ok) {
    const made = await db.sql.begin((tx) => registerProjects(tx, source, result.observations))
    const vanished = await findVanished(db, source, result.observations)
    const signals = [
      ...result.observations.map((found) => toSignalInput(found.externalKey, found.signal)),
      ...vanished.map((gone) => toSignalInput(gone.id, vanishedSignal(gone.now))),
    ]
    await ingestSignals(db, signals, { origin: 'collected', mayWrite: () => true })
    if (made > 0) await publishFrom(db.sql, ['projects'])
  }
  await recordStanding(db, source, result, consoleUrl)
  await publishFrom(db.sql, ['sources'])
}
