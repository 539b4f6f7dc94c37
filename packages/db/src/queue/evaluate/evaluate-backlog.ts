import type { Database } from '../../client/connect.ts'
import { type EvaluateOptions, type EvaluateReport, evaluateDue } from './evaluate-due.ts'

/** So many batches at a time while there is a backlog: one is judged while another is written. */
const lanesOfBacklog = 2

/**
 * Judges what is due, a batch at a time, as `evaluateDue` does. Where the last time was not all that
 * was due, several batches are judged at once, each in a transaction of its own.
 */
export function createEvaluator(
  db: Database,
  options: EvaluateOptions,
): () => Promise<EvaluateReport> {
  let isBehind = false
  return async () => {
    const lanes = Array.from({ length: isBehind ? lanesOfBacklog : 1 }, () =>
      evaluateDue(db, options),
    )
    // None is left behind half done, even where another fails.
    await Promise.allSettled(lanes)
    const reports = await Promise.all(lanes)
    isBehind = reports.some(({ more }) => more)
    return {
      taken: reports.reduce((sum, { taken }) => sum + taken, 0),
      moves: reports.reduce((sum, { moves }) => sum + moves, 0),
      more: isBehind,
    }
  }
}
