import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { runQuietly } from './run-quietly.mjs'

/** Brings the package manager pinned in tools/package-lock.json and returns its program. */
export async function installTools(root) {
  const tools = join(root, 'tools')
  const program = join(tools, 'node_modules/pnpm/bin/pnpm.cjs')
  if (installedVersion(tools) === pinnedVersion(tools)) return program
  console.log('Bringing the package manager …')
  const [npm, npmArgs] = findNpm()
  const args = ['ci', '--prefix', tools, '--ignore-scripts', '--no-audit', '--no-fund']
  const options = { cwd: root, env: process.env }
  await runQuietly(
    npm,
    [...npmArgs, ...args],
    options,
    'The package manager could not be installed',
  )
  return program
}

function pinnedVersion(tools) {
  return JSON.parse(readFileSync(join(tools, 'package.json'), 'utf8')).dependencies.pnpm
}

function installedVersion(tools) {
  try {
    return JSON.parse(readFileSync(join(tools, 'node_modules/pnpm/package.json'), 'utf8')).version
  } catch {
    return undefined
  }
}

/** The npm that started us, so that the pair of Node.js and npm stays the one the person chose. */
function findNpm() {
  const started = process.env.npm_execpath ?? ''
  return started.endsWith('npm-cli.js') ? [process.execPath, [started]] : ['npm', []]
}
