import { type SearchOptions, searchGaps } from '@highwater/db/queue'
import type { Cycle } from '../cycle.ts'
import type { WorkerDependencies } from '../dependencies.ts'

/** Few enough that their signals are replayed in about a second. */
const projectsAtOnce = 100

/** Finds what came and went while no worker judged projects, and has it told in one digest. */
export function gapCycle({ db, environment, log }: WorkerDependencies): Cycle {
  const options: SearchOptions = {
    limit: projectsAtOnce,
    consoleUrl: environment.HIGHWATER_URL,
    onDefect: (project, error) =>
      log.error({ project, err: error }, 'what a project did while nobody looked cannot be judged'),
  }
  return {
    name: 'gap',
    everyMs: 5_000,
    wakesOn: [],
    async run() {
      const { taken, found, more } = await searchGaps(db, options)
      return { taken, more, figures: { found } }
    },
  }
}
