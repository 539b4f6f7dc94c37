import type { RunDetails } from 'fast-check'

/**
 * Says first by which seed and path a script that went wrong, or was still being played when the time was
 * over, can be played again. The script itself would fill the log many times.
 */
export function tellSeed<Script>(run: RunDetails<Script>): void {
  if (!run.failed) return
  const { seed, interrupted, counterexamplePath, numRuns, errorInstance } = run
  const path = counterexamplePath ?? String(numRuns)
  const what = counterexamplePath === null && interrupted ? 'was not over in time' : 'went wrong'
  throw new Error(`The script { seed: ${seed}, path: '${path}' } ${what}; see failing-seeds.ts.`, {
    cause: errorInstance,
  })
}
