import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { runQuietly } from './run-quietly.mjs'

/** Installs exactly what the lockfile says, unless nothing changed since the last time. */
export async function installPackages(root, pnpm) {
  const stampFile = join(root, 'node_modules/.highwater-installed')
  const stamp = stampOf(root)
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return
  console.log('Installing packages …')
  // CI=true: pnpm must never stop to ask a question, its questions would not be seen.
  const options = { cwd: root, env: { ...process.env, CI: 'true' } }
  const args = [pnpm, 'install', '--frozen-lockfile']
  await runQuietly(process.execPath, args, options, 'The packages could not be installed')
  writeFileSync(stampFile, stamp)
}

function stampOf(root) {
  const hash = createHash('sha256')
  hash.update(`${process.platform} ${process.arch} ${root}\n`)
  const manifests = ['pnpm-lock.yaml', 'pnpm-workspace.yaml', ...packageFiles(root)]
  for (const file of manifests) hash.update(file).update(readFileSync(join(root, file)))
  return hash.digest('hex')
}

function packageFiles(root) {
  const single = ['.', 'e2e', 'bench', 'scripts']
  const grouped = ['apps', 'packages'].flatMap((group) =>
    readdirSync(join(root, group))
      .sort()
      .map((name) => `${group}/${name}`),
  )
  return [...single, ...grouped]
    .map((folder) => `${folder}/package.json`)
    .filter((file) => existsSync(join(root, file)))
}
