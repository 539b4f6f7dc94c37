import { join } from 'node:path'
import type { Command } from '../main.ts'
import { root } from '../processes/root.ts'
import { prepareStack } from '../stack/prepare.ts'
import { runTogether } from '../stack/run-together.ts'

const web = join(root, 'apps/web')

export const run: Command = async (stop) => {
  const { environment, database, childEnvironment: env } = await prepareStack()
  const next = join(web, 'node_modules/next/dist/bin/next')
  const worker = join(root, 'apps/worker/src/main.ts')
  const listen = ['-p', String(environment.PORT), '-H', environment.HOST]
  return runTogether({
    database,
    stop,
    tasks: [
      { name: 'worker', args: ['--watch', worker], cwd: root, env },
      { name: 'web server', args: [next, 'dev', ...listen], cwd: web, env },
    ],
    whenStarted: async () => console.log(`Highwater develops at ${environment.HIGHWATER_URL}`),
  })
}
