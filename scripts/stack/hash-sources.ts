import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../processes/root.ts'

const produced = new Set(['node_modules', 'dist', '.next', '.turbo', 'test', 'testing'])
const sources = ['apps', 'packages']
const single = ['pnpm-lock.yaml', 'pnpm-workspace.yaml', 'tsconfig.base.json', 'turbo.json']

/** One word that changes whenever anything that a build reads changes. */
export function hashSources(): string {
  const hash = createHash('sha256').update(process.version)
  for (const file of [...single, ...sources.flatMap(filesBelow)]) {
    hash.update(`\n${file}\n`).update(readFileSync(join(root, file)))
  }
  return hash.digest('hex')
}

function filesBelow(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => !produced.has(entry.name) && entry.name !== 'next-env.d.ts')
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`
      if (entry.isDirectory()) return filesBelow(path)
      const isBuilt = entry.isFile() && !/\.(test\.tsx?|md|tsbuildinfo)$/.test(entry.name)
      return isBuilt ? [path] : []
    })
}
