import { join } from 'node:path'
import type { Command } from '../main.ts'
import { root } from '../processes/root.ts'
import { runStep } from '../processes/run-step.ts'

export const run: Command = async (stop, args) => {
  const { passed } = await runStep({
    program: process.execPath,
    args: [join(root, 'scripts/demo/main.ts'), ...args],
    cwd: root,
    output: 'show',
    stop: stop.wanted,
  })
  return passed || stop.wanted.aborted ? 0 : 1
}
