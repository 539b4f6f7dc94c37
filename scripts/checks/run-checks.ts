import { sentenceFor } from '../processes/sentence-for.ts'
import { addTallies, type Tally, tallyStep } from './tally.ts'

export type Check = { readonly title: string; readonly run: (stop: AbortSignal) => Promise<Tally> }

/**
 * Runs every check even after one failed, so that one run shows everything that is wrong, and ends
 * with the one line `N passed, N failed`. Resolves with the exit code.
 */
export async function runChecks(checks: readonly Check[], stop: AbortSignal): Promise<number> {
  const tallies: Tally[] = []
  for (const { title, run } of checks) {
    if (stop.aborted) break
    console.log(`\n── ${title}`)
    tallies.push(await run(stop).catch((error) => tallyStep(false, sentenceFor(error))))
  }
  const missed = checks.length - tallies.length
  if (missed > 0 || stop.aborted)
    tallies.push(tallyStep(false, 'The run was stopped before its end.'))
  const { passed, failed, remarks } = addTallies(tallies)
  console.log('')
  for (const remark of remarks) console.log(remark)
  console.log(`${passed} passed, ${failed} failed`)
  return failed === 0 ? 0 : 1
}
