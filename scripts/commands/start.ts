import { join } from 'node:path'
import { setupNeeded } from '@highwater/db/migrate'
import { memoryEnvironment, memoryLimits } from '@highwater/environment'
import type { Command } from '../main.ts'
import { root } from '../processes/root.ts'
import { build } from '../stack/build.ts'
import { localAddress } from '../stack/local-address.ts'
import { prepareStack } from '../stack/prepare.ts'
import { runTogether } from '../stack/run-together.ts'
import { waitUntilReady } from '../stack/wait-until-ready.ts'

const web = join(root, 'apps/web')

export const run: Command = async (stop) => {
  const { environment, database, childEnvironment } = await prepareStack()
  const { HOST, PORT, HIGHWATER_URL } = environment
  const env = { ...childEnvironment, NODE_ENV: 'production' }
  const next = join(web, 'node_modules/next/dist/bin/next')
  try {
    await build(stop.wanted)
  } catch (error) {
    await database.close()
    throw error
  }
  return runTogether({
    database,
    stop,
    tasks: [
      {
        name: 'worker',
        args: [...memoryLimits.worker, join(root, 'apps/worker/dist/main.js')],
        cwd: root,
        env: { ...memoryEnvironment, ...env },
      },
      {
        name: 'web server',
        args: [...memoryLimits.web, next, 'start', '-p', String(PORT), '-H', HOST],
        cwd: web,
        env: { ...memoryEnvironment, ...env },
      },
    ],
    whenStarted: async (over) => {
      await waitUntilReady(`${localAddress(HOST, PORT)}/api/health/ready`, over)
      if (over.aborted) return
      console.log(`\nHighwater is ready at ${HIGHWATER_URL}`)
      if (await setupNeeded(database.url)) {
        console.log(`Make the first administrator at ${HIGHWATER_URL}/setup`)
      }
    },
  })
}
