// Node.js 18 or newer runs this file as it is: no packages, no TypeScript, no new syntax. It brings
// the pinned package manager, the packages and Node.js 24, then hands over to scripts/main.ts.
import { dirname, join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { findNode } from './bootstrap/find-node.mjs'
import { handOver } from './bootstrap/hand-over.mjs'
import { installPackages } from './bootstrap/install-packages.mjs'
import { installTools } from './bootstrap/install-tools.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))

try {
  const pnpm = await installTools(root)
  await installPackages(root, pnpm)
  const node = findNode(root)
  const path = [dirname(node), join(root, 'tools/node_modules/.bin'), process.env.PATH].join(':')
  process.exitCode = await handOver(
    node,
    [join(root, 'scripts/main.ts'), ...process.argv.slice(2)],
    {
      cwd: root,
      env: { ...process.env, PATH: path },
    },
  )
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}
