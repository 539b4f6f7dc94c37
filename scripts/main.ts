import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './processes/root.ts'
import { sentenceFor } from './processes/sentence-for.ts'
import { listenForStop, type StopRequest } from './processes/stop-request.ts'

/** Resolves with the exit code. */
export type Command = (stop: StopRequest, args: readonly string[]) => Promise<number>

const commands: Record<string, () => Promise<{ run: Command }>> = {
  start: () => import('./commands/start.ts'),
  dev: () => import('./commands/dev.ts'),
  migrate: () => import('./commands/migrate.ts'),
  test: () => import('./commands/test.ts'),
  verify: () => import('./commands/verify.ts'),
  'audit:verify': () => import('./commands/verify-audit.ts'),
  bench: () => import('./commands/bench.ts'),
  demo: () => import('./commands/demo.ts'),
  documents: () => import('./commands/documents.ts'),
}

const [name = '', ...args] = process.argv.slice(2)
const stop = listenForStop()
try {
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (load === undefined) {
    throw new Error(`There is no command "${name}"; there are ${Object.keys(commands).join(', ')}.`)
  }
  const settings = join(root, '.env')
  if (existsSync(settings)) process.loadEnvFile(settings)
  const { run } = await load()
  process.exitCode = await run(stop, args)
} catch (error) {
  console.error(sentenceFor(error))
  process.exitCode = 1
}
