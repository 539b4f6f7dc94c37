import { root } from '../processes/root.ts'
import { runStep } from '../processes/run-step.ts'
import { turboEnvironment } from '../stack/build.ts'
import { type Tally, tallyStep } from './tally.ts'

/** Lint and format, without changing anything. */
export async function checkStyle(stop: AbortSignal): Promise<Tally> {
  const { passed } = await runStep({
    program: 'biome',
    args: ['check', '--error-on-warnings'],
    env: turboEnvironment,
    cwd: root,
    output: 'show',
    stop,
  })
  return tallyStep(passed, 'Lint or format is not clean; `npm run format` mends most of it.')
}
