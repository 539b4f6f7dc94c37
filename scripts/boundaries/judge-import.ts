import { isTestFile, isToolFile } from './read-imports.ts'
import type { House } from './street.ts'

const own = '@highwater/'

/** Why this file may not import that, or `undefined` when it may. */
export function judgeImport(house: House, file: string, specifier: string): string | undefined {
  if (specifier.startsWith('.')) return judgeRelative(house, file, specifier)
  const isTest = isTestFile(file)
  if (specifier.startsWith(own)) {
    const allowed = [...house.imports, ...(isTest ? (house.inTests ?? []) : [])]
    if (allowed.some((door) => opens(door, specifier.slice(own.length)))) return undefined
    return `${file} may not import ${specifier}: ${house.folder} may know ${allowed.join(', ') || 'no other house'}.`
  }
  // pnpm resolves only what the package.json declares, so tests and tools need no list here.
  if (isTest || isToolFile(file)) return undefined
  if (specifier.startsWith('node:')) {
    return house.node ? undefined : `${file} may not import ${specifier}: ${house.folder} is pure.`
  }
  const name = packageName(specifier)
  const isRefused = house.never?.includes(name) === true
  if (!isRefused && (house.outside === 'declared' || house.outside.includes(name))) return undefined
  return `${file} may not import ${specifier}: ${house.folder} does without ${name}.`
}

function judgeRelative(house: House, file: string, specifier: string): string | undefined {
  const target = new URL(specifier, `file:///${file}`).pathname.slice(1)
  if (target.startsWith(`${house.folder}/`)) return undefined
  return `${file} may not reach into ${target}: use a door of that package.`
}

/** `core` opens `core` and `core/alert`, but not `core/testing`; `db/client` opens only itself. */
function opens(door: string, specifier: string): boolean {
  if (specifier === door) return true
  return !door.includes('/') && specifier.startsWith(`${door}/`) && !specifier.endsWith('/testing')
}

function packageName(specifier: string): string {
  const [scopeOrName = '', name] = specifier.split('/')
  return scopeOrName.startsWith('@') ? `${scopeOrName}/${name}` : scopeOrName
}
