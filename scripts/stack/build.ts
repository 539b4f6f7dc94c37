import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { CommandFailure } from '../processes/failure.ts'
import { root } from '../processes/root.ts'
import { runStep } from '../processes/run-step.ts'
import { hashSources } from './hash-sources.ts'

const stampFile = join(root, 'node_modules/.cache/highwater-built')
const results = ['apps/web/.next/BUILD_ID', 'apps/web/dist/intake.js', 'apps/worker/dist/main.js']

/** Builds the web server and the worker, unless their sources are as they were at the last build. */
export async function build(stop: AbortSignal): Promise<void> {
  const stamp = hashSources()
  if (isBuilt(stamp)) return
  console.log('Building …')
  rmSync(stampFile, { force: true })
  const { passed, output } = await runStep({
    program: 'turbo',
    args: ['run', 'build', '--output-logs=errors-only', '--no-color'],
    env: turboEnvironment,
    cwd: root,
    output: 'keep',
    stop,
  })
  if (stop.aborted) return
  if (!passed) throw new CommandFailure(`${output.trim()}\nThe build failed.`)
  mkdirSync(dirname(stampFile), { recursive: true })
  writeFileSync(stampFile, stamp)
}

function isBuilt(stamp: string): boolean {
  if (!results.every((result) => existsSync(join(root, result)))) return false
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp
}

export const turboEnvironment = {
  PATH: `${join(root, 'node_modules/.bin')}:${process.env.PATH}`,
  TURBO_TELEMETRY_DISABLED: '1',
  TURBO_NO_UPDATE_NOTIFIER: '1',
  NEXT_TELEMETRY_DISABLED: '1',
}
