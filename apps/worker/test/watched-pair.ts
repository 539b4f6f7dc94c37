import { type ProjectId, seconds } from '@highwater/core'
import { defaultProtectionLevelSettings } from '@highwater/core/policy'
import { createSource, setProjectLevel, updateProtectionLevels } from '@highwater/db/commands'
import { adminContext, setParameters } from '@highwater/db/testing'
import { type ReplicatedPair, startReplicatedPair } from '@highwater/sources/testing'
import { eventually, type Stage, setStage, workerSealer } from './stage.ts'

const intervalSeconds = 5

/** So long that a busy machine can look between two moves of the clock, before it has passed. */
const patienceSeconds = 300
const { high: usualHigh, ...others } = defaultProtectionLevelSettings
const high = { ...usualHigh, interruptionSeconds: patienceSeconds }

/** Real replication between two servers, a source that reads its publisher, and a worker at work. */
export type WatchedPair = {
  readonly stage: Stage
  readonly pair: ReplicatedPair
  readonly project: ProjectId
  /** Lets one interval of the source pass, and waits for the collection that is then due. */
  readonly nextLook: () => Promise<void>
  readonly state: () => Promise<string | undefined>
  /** Lets the level of the project allow a latency of one second, the least there is. */
  readonly allowOneSecond: () => Promise<void>
  readonly end: () => Promise<void>
}

async function watchPublisher(stage: Stage, pair: ReplicatedPair) {
  const { db, url } = stage.fresh
  const admin = await adminContext(db, workerSealer(url))
  const source = { name: 'orders', kind: 'postgresql', intervalSeconds, ...pair.publisher.source }
  await createSource(admin, source)
  await updateProtectionLevels(admin, { ...others, high, version: 1 })
  await setParameters(db, {
    holdAtLeastSeconds: patienceSeconds,
    noSignalAtLeastSeconds: 86_400,
  })
  await stage.startWorker()
  const [project] = await eventually(
    () => db.sql<{ id: ProjectId }[]>`select id from project`,
    (projects) => projects.length === 1,
  )
  if (!project) throw new Error('no project was found')
  await setProjectLevel(admin, { project: project.id, level: 'high' })
  return { project: project.id, admin }
}

async function watching(stage: Stage, pair: ReplicatedPair): Promise<WatchedPair> {
  const { sql } = stage.fresh.db
  const { project, admin } = await watchPublisher(stage, pair)
  // A collection that began earlier sets an earlier turn, so only one that began after `from` counts.
  const lookedSince = async (from: string) => {
    const rows = await sql`
      select from source where lease_until is null and last_collected_at >= ${from}::timestamptz
        and next_collect_at >= ${from}::timestamptz + make_interval(secs => interval_seconds)`
    return rows.length > 0
  }
  return {
    stage,
    pair,
    project,
    async nextLook() {
      await stage.fresh.clock.advance(seconds(intervalSeconds))
      const [row] = await sql<{ now: string }[]>`select now()::text as now`
      await eventually(() => lookedSince(row?.now ?? ''), Boolean)
    },
    async state() {
      const [row] = await sql<{ state: string }[]>`
        select state from project_state where project_id = ${project}`
      return row?.state
    },
    async allowOneSecond() {
      const settings = { ...others, high: { ...high, latencySeconds: 1 } }
      await updateProtectionLevels(admin, { ...settings, version: 2 })
    },
    async end() {
      await stage.end()
      await pair.stop()
    },
  }
}

export async function startWatchedPair(): Promise<WatchedPair> {
  const pair = await startReplicatedPair()
  const stage = await setStage()
  try {
    return await watching(stage, pair)
  } catch (error) {
    await stage.end()
    await pair.stop()
    throw error
  }
}
