import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { startCluster } from '@highwater/embedded-postgres'
import type { Command } from '../main.ts'
import { root } from '../processes/root.ts'
import { runStep } from '../processes/run-step.ts'
import { build } from '../stack/build.ts'

export const run: Command = async (stop, args) => {
  await build(stop.wanted)
  // On the disk of the checkout and durable: a bench on a temporary folder may measure memory.
  const dataDir = join(root, '.highwater', `bench-${randomUUID()}`)
  const cluster = await startCluster({
    dataDir,
    durable: true,
    settings: { max_connections: '200' },
  })
  try {
    const { passed } = await runStep({
      program: process.execPath,
      args: [join(root, 'bench/main.ts'), ...args],
      env: { DATABASE_URL: cluster.url },
      cwd: root,
      output: 'show',
      stop: stop.wanted,
    })
    return passed ? 0 : 1
  } finally {
    await cluster.destroy()
  }
}
