import { existsSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'

const leastMajor = 24

/** The Node.js that runs everything: the system's when it is new enough, else the bundled one. */
export function findNode(root) {
  if (Number.parseInt(process.versions.node, 10) >= leastMajor) return process.execPath
  const bundled = join(root, `node_modules/node-${process.platform}-${process.arch}/bin/node`)
  if (existsSync(bundled)) return bundled
  throw new Error(
    `Highwater needs Node.js ${leastMajor} or newer on this system, and this is ${process.version}; install a newer one and try again.`,
  )
}
