import { existsSync, readFileSync, symlinkSync } from 'node:fs'
import { basename, join } from 'node:path'

type LibraryLink = { readonly source: string; readonly target: string }

/**
 * npm archives cannot carry symbolic links, so the package makes its libraries' links in an install
 * script. We refuse install scripts and make the same links here, from the list it ships.
 */
export function restoreLibraryLinks(packageRoot: string): void {
  const list = join(packageRoot, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links = JSON.parse(readFileSync(list, 'utf8')) as LibraryLink[]
  for (const link of links) {
    const target = join(packageRoot, link.target)
    if (!existsSync(target)) makeLink(basename(link.source), target)
  }
}

function makeLink(source: string, target: string): void {
  try {
    symlinkSync(source, target)
  } catch (error) {
    // Two starts of the same checkout may restore the links at the same moment.
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
}
