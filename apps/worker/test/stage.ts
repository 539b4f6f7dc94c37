import { type DingtalkFake, startDingTalkFake } from '@highwater/channels/testing'
import { toIso } from '@highwater/core'
import { createSealer, type Sealer } from '@highwater/db/client'
import { ingestSignals } from '@highwater/db/queue'
import {
  type FreshDatabase,
  freshDatabase,
  seedChannel,
  seedProjects,
  setParameters,
} from '@highwater/db/testing'
import { readEnvironment } from '@highwater/environment'
import { inject } from 'vitest'
import { startWorkerProcess, type WorkerProcess, workerSecret } from './worker-process.ts'

export const robotSecret = 'SECfor-the-tests'

/** Seals what the worker process will open. */
export function workerSealer(databaseUrl: string): Sealer {
  const given = { DATABASE_URL: databaseUrl, HIGHWATER_SECRET: workerSecret }
  return createSealer(readEnvironment(given, 'worker').HIGHWATER_SECRET)
}

/**
 * What a moved clock and a busy machine would have to tell of themselves, beside what a test is about:
 * a minute without a judgement, ten without a heartbeat, and processors that are busy for two.
 */
const unmoved = {
  evaluationGapSeconds: 3_600,
  hostSilenceSeconds: 86_400,
  hostCpuPercent: 100,
  hostMemoryPercent: 100,
  hostDiskPercent: 100,
} as const

/** A database, a robot and a channel to it: everything a worker needs for its main job. */
export async function setStage({ signed = true, limitPerMinute = Number.POSITIVE_INFINITY } = {}) {
  const fresh = await freshDatabase(inject('postgresUrl'))
  // A signature holds for an hour of the robot's clock, which a test does not move.
  const signing = signed ? { secret: robotSecret } : {}
  const robot = await startDingTalkFake({
    token: 'the-token',
    ...signing,
    limitPerMinute,
  })
  await seedChannel(fresh.db, {
    config: { baseUrl: robot.url },
    secrets: { webhook: 'the-token', ...(signed ? { signingSecret: robotSecret } : {}) },
    sealer: workerSealer(fresh.url),
  })
  await setParameters(fresh.db, unmoved)
  return new Stage(fresh, robot)
}

export class Stage {
  readonly fresh: FreshDatabase
  readonly robot: DingtalkFake
  readonly #workers: WorkerProcess[] = []

  constructor(fresh: FreshDatabase, robot: DingtalkFake) {
    this.fresh = fresh
    this.robot = robot
  }

  /** @param databaseUrl another way to the same database */
  async startWorker(databaseUrl = this.fresh.url): Promise<WorkerProcess> {
    const worker = await startWorkerProcess(databaseUrl)
    this.#workers.push(worker)
    return worker
  }

  /** Projects that are caught up, with nothing wrong. */
  async projects(count: number): Promise<string[]> {
    const ids = await seedProjects(this.fresh.db, { count })
    await this.report(ids, 1)
    return ids
  }

  /** One signal for each project, with this latency. */
  async report(projects: readonly string[], latencySeconds: number): Promise<void> {
    if (projects.length === 0) return
    const [row] = await this.fresh.db.sql<
      { now: Parameters<typeof toIso>[0] }[]
    >`select now() as now`
    if (!row) throw new Error('no time')
    const observedAt = toIso(row.now)
    const signals = projects.map((project) => ({ project, observedAt, latencySeconds }))
    const result = await ingestSignals(this.fresh.db, signals, {
      origin: 'pushed',
      mayWrite: () => true,
    })
    if (result.accepted !== projects.length) throw new Error(JSON.stringify(result))
  }

  /** The short ids of the alerts that the group has been told of, with repetitions. */
  told(): string[] {
    return this.robot.messages().flatMap((message) => /\bA\d+\b/.exec(message.text)?.[0] ?? [])
  }

  /** Of the alerts about projects: the machine that runs the tests may have one of its own. */
  async alertStates(): Promise<string[]> {
    const rows = await this.fresh.db.sql<
      { state: string }[]
    >`select state from alert where scope = 'project' order by number`
    return rows.map((row) => row.state)
  }

  async notifications(): Promise<string[]> {
    const rows = await this.fresh.db.sql<{ kind: string; state: string }[]>`
      select kind, state from notification order by sequence`
    return rows.map((row) => `${row.kind} ${row.state}`)
  }

  /** Holds a table, so that whoever writes to it stands still, until told to let go. */
  async hold(table: string): Promise<() => Promise<void>> {
    const connection = await this.fresh.db.sql.reserve()
    await connection.unsafe(`begin; lock table ${table} in exclusive mode`)
    return async () => {
      await connection.unsafe('rollback')
      connection.release()
    }
  }

  /** Whether a statement with these words stands still. */
  async isBlocked(words: string): Promise<boolean> {
    const rows = await this.fresh.db.sql`
      select from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock' and query ilike ${`%${words}%`}`
    return rows.length > 0
  }

  async end(): Promise<void> {
    await Promise.all(this.#workers.map((worker) => worker.kill()))
    await this.robot.close()
    await this.fresh.close()
  }
}

/** Asks again and again until the answer fits; fails with the last answer after the deadline. */
export async function eventually<T>(
  read: () => T | Promise<T>,
  fits: (value: T) => boolean,
  timeoutMs = 20_000,
): Promise<T> {
  const deadline = performance.now() + timeoutMs
  for (;;) {
    const value = await read()
    if (fits(value)) return value
    if (performance.now() > deadline) {
      throw new Error(`not within ${timeoutMs} ms: ${JSON.stringify(value)}`)
    }
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
}
