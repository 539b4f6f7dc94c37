import { isDatabaseAway } from '@highwater/db/client'
import { type CycleReport, recordCycle } from '@highwater/db/queue'
import type { CycleObserver } from './cycle.ts'
import type { WorkerDependencies } from './dependencies.ts'

/** A run that found nothing to do is written down at most this often. */
const quietRecordMs = 5_000
/** And one that found something: under load the next would wait for the disk each time. */
const busyRecordMs = 1_000
/** Without any failure for so long the database is back: cycles that wait try again within it. */
const calmMs = 5_000

/** Counts, logs and keeps the last run of every cycle for the system page. */
export function observeCycles({ db, id, log, metrics }: WorkerDependencies): CycleObserver {
  const recordedAt = new Map<string, number>()
  const failing = new Set<string>()
  /** When a cycle last failed as the database was away, which is said once; null while it is there. */
  let awayAt: number | null = null
  /** Which have failed so, and not run since. */
  const cutOff = new Set<string>()

  /**
   * @param leastMs how long ago the last must have been written down
   * @returns whether it is
   */
  async function record(report: CycleReport, leastMs: number): Promise<boolean> {
    const now = performance.now()
    const last = recordedAt.get(report.name) ?? Number.NEGATIVE_INFINITY
    if (now - last < leastMs) return false
    recordedAt.set(report.name, now)
    return recordCycle(db, report).then(
      () => true,
      () => false,
    )
  }

  /**
   * Only what is written proves it: there are runs that ask the database nothing. And one cycle's word is not
   * enough: with a full disk, or too few connections, some run on while others fail.
   */
  function tellReturn(name: string): void {
    cutOff.delete(name)
    if (awayAt === null || cutOff.size > 0 || performance.now() - awayAt < calmMs) return
    awayAt = null
    log.info('the database is back')
  }

  function tellFailure(name: string, error: unknown): void {
    if (isDatabaseAway(error)) {
      if (awayAt === null) {
        log.error({ cycle: name, err: error }, 'the database is away: cycles wait for it')
      }
      awayAt = performance.now()
      cutOff.add(name)
      return
    }
    if (!failing.has(name)) log.error({ cycle: name, err: error }, 'cycle failed')
    failing.add(name)
  }

  return {
    async ran({ name }, { taken, figures = {} }, durationMs) {
      metrics.cycleSeconds.observe({ cycle: name }, durationMs / 1_000)
      metrics.cycleTaken.inc({ cycle: name }, taken)
      metrics.lastSuccess.setToCurrentTime({ cycle: name })
      const worksAgain = failing.delete(name)
      if (worksAgain) log.info({ cycle: name }, 'cycle works again')
      const leastMs = taken === 0 && awayAt === null ? quietRecordMs : busyRecordMs
      const report = { name, worker: id, durationMs, taken, figures, failure: null }
      const isWritten = await record(report, worksAgain || cutOff.has(name) ? 0 : leastMs)
      if (isWritten) tellReturn(name)
    },
    async failed({ name }, error, durationMs) {
      metrics.cycleFailures.inc({ cycle: name })
      const failure = error instanceof Error ? error.message : String(error)
      tellFailure(name, error)
      await record({ name, worker: id, durationMs, taken: 0, figures: {}, failure }, 0)
    },
  }
}
