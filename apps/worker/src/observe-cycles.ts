import { recordCycle } from '@highwater/db/queue'
import type { Cycle, CycleObserver } from './cycle.ts'
import type { WorkerDependencies } from './dependencies.ts'

/** A run that found nothing to do is written down at most this often. */
const quietRecordMs = 5_000

/** Counts, logs and keeps the last run of every cycle for the system page. */
export function observeCycles({ db, id, log, metrics }: WorkerDependencies): CycleObserver {
  const recordedAt = new Map<string, number>()
  const failing = new Set<string>()

  async function record(
    cycle: Cycle,
    taken: number,
    figures: Readonly<Record<string, number>>,
    durationMs: number,
    failure: string | null,
  ) {
    const now = performance.now()
    const isQuiet = taken === 0 && failure === null
    if (isQuiet && now - (recordedAt.get(cycle.name) ?? -quietRecordMs) < quietRecordMs) return
    recordedAt.set(cycle.name, now)
    const report = { name: cycle.name, worker: id, durationMs, taken, figures, failure }
    await recordCycle(db, report).catch(() => undefined)
  }

  return {
    async ran(cycle, outcome, durationMs) {
      metrics.cycleSeconds.observe({ cycle: cycle.name }, durationMs / 1_000)
      metrics.cycleTaken.inc({ cycle: cycle.name }, outcome.taken)
      metrics.lastSuccess.setToCurrentTime({ cycle: cycle.name })
      if (failing.delete(cycle.name)) log.info({ cycle: cycle.name }, 'cycle works again')
      await record(cycle, outcome.taken, outcome.figures ?? {}, durationMs, null)
    },
    async failed(cycle, error, durationMs) {
      metrics.cycleFailures.inc({ cycle: cycle.name })
      const message = error instanceof Error ? error.message : String(error)
      if (!failing.has(cycle.name)) log.error({ cycle: cycle.name, err: error }, 'cycle failed')
      failing.add(cycle.name)
      await record(cycle, 0, {}, durationMs, message)
    },
  }
}
