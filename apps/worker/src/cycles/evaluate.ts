import { createEvaluator, type EvaluateOptions, noteEvaluationGap } from '@highwater/db/queue'
import type { Cycle } from '../cycle.ts'
import type { WorkerDependencies } from '../dependencies.ts'

/** At most this many projects in one transaction, so that none holds its locks for long. */
const batch = 1_000

/** Holds what is due against the rules. Several workers may do so at once; each takes other rows. */
export function evaluateCycle({ db, environment, log }: WorkerDependencies): Cycle {
  const options: EvaluateOptions = {
    limit: batch,
    consoleUrl: environment.HIGHWATER_URL,
    onDefect: (project, error) =>
      log.error({ project, err: error }, 'a project cannot be evaluated'),
  }
  const evaluate = createEvaluator(db, options)
  return {
    name: 'evaluate',
    everyMs: environment.HIGHWATER_EVALUATE_INTERVAL_MS,
    wakesOn: ['evaluate'],
    async run() {
      const gap = await noteEvaluationGap(db, options.consoleUrl)
      if (gap !== null) log.warn({ ...gap }, 'no project was judged for a while')
      const { taken, moves, more } = await evaluate()
      return { taken, more, figures: { moves } }
    },
  }
}
