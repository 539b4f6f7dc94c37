import { type CycleReport, recordCycle } from '@highwater/db/queue'
import type { CycleObserver } from './cycle.ts'
import type { WorkerDependencies } from './dependencies.ts'

/** A run that found nothing to do is written down at most this often. */
const quietRecordMs = 5_000
/** And one that found something: under load the next would wait for the disk each time. */
const busyRecordMs = 1_000

/** Counts, logs and keeps the last run of every cycle for the system page. */
export function observeCycles({ db, id, log, metrics }: WorkerDependencies): CycleObserver {
  const recordedAt = new Map<string, number>()
  const failing = new Set<string>()

  /** @param leastMs how long ago the last must have been written down */
  async function record(report: CycleReport, leastMs: number) {
    const now = performance.now()
    const last = recordedAt.get(report.name) ?? Number.NEGATIVE_INFINITY
    if (now - last < leastMs) return
    recordedAt.set(report.name, now)
    await recordCycle(db, report).catch(() => undefined)
  }

  return {
    async ran({ name }, { taken, figures = {} }, durationMs) {
      metrics.cycleSeconds.observe({ cycle: name }, durationMs / 1_000)
      metrics.cycleTaken.inc({ cycle: name }, taken)
      metrics.lastSuccess.setToCurrentTime({ cycle: name })
      const worksAgain = failing.delete(name)
      if (worksAgain) log.info({ cycle: name }, 'cycle works again')
      const leastMs = taken === 0 ? quietRecordMs : busyRecordMs
      const report = { name, worker: id, durationMs, taken, figures, failure: null }
      await record(report, worksAgain ? 0 : leastMs)
    },
    async failed({ name }, error, durationMs) {
      metrics.cycleFailures.inc({ cycle: name })
      const failure = error instanceof Error ? error.message : String(error)
      if (!failing.has(name)) log.error({ cycle: name, err: error }, 'cycle failed')
      failing.add(name)
      await record({ name, worker: id, durationMs, taken: 0, figures: {}, failure }, 0)
    },
  }
}
