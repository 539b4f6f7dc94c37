import { root } from '../processes/root.ts'
import { runStep } from '../processes/run-step.ts'
import { turboEnvironment } from '../stack/build.ts'
import { type Tally, tallyStep } from './tally.ts'

export async function checkTypes(stop: AbortSignal): Promise<Tally> {
  const { passed } = await runStep({
    program: 'turbo',
    args: ['run', 'typecheck', '--output-logs=errors-only', '--continue'],
    env: turboEnvironment,
    cwd: root,
    output: 'show',
    stop,
  })
  return tallyStep(passed, 'The types do not fit.')
}
