import type { Instant } from '@highwater/core'
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
    const news = result.ok
      ? { memory: tx.json(asJson(result.memory)), clockAhead: result.clockAhead }
      : { memory: tx`memory`, clockAhead: tx`clock_ahead_ms` }
    const [row] = await tx<{ failures: number; failing_since: typeof policy.now | null }[]>`
      update source set lease_until = null, last_collected_at = now(),
        failures = case when ${result.ok} then 0 else failures + 1 end,
        failing_since = case when ${result.ok} then null else coalesce(failing_since, now()) end,
        last_failure = ${failure === null ? null : tx.json(failure)},
        memory = ${news.memory}, clock_ahead_ms = ${news.clockAhead}
      where id = ${source.id} returning failures, failing_since`
    if (!row) return
    const standing = {
      source,
      failures: row.failures,
      failingSince: row.failing_since,
      message: failure?.message ?? null,
    }
    const alertId = await judgeSource(tx, standing, policy, consoleUrl)
    if (alertId === null) return
    // Whether its projects' silence counts has just changed: look at them again.
    await tx`
      update project_state s set due_at = now(), version = s.version + 1 from project p
      where p.id = s.project_id and p.source_id = ${source.id} and p.deleted_at is null`
    await publishFrom(tx, ['alerts', `alert:${alertId}`, 'evaluate', 'deliver', 'deliveries'])
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
