import { existsSync } from 'node:fs'
import { root } from '../processes/root.ts'
import { runStep } from '../processes/run-step.ts'

const patienceMilliseconds = 20_000

/** Whether the program exists and tells its version, so all of its libraries are there too. */
export async function isBrowser(program: string, stop: AbortSignal): Promise<boolean> {
  if (!existsSync(program)) return false
  const { passed } = await runStep({
    program,
    args: ['--version'],
    cwd: root,
    output: 'keep',
    stop: AbortSignal.any([stop, AbortSignal.timeout(patienceMilliseconds)]),
  })
  return passed
}
