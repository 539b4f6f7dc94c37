import { chmodSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * Makes a folder that every account may walk through, with its missing parents. Folders that were
 * there before keep their rights; the ones made here must not depend on the caller's umask.
 */
export function makeFolder(path: string): void {
  const first = mkdirSync(path, { recursive: true })
  if (first === undefined) return
  let folder = path
  while (folder.length >= first.length) {
    chmodSync(folder, 0o755)
    folder = dirname(folder)
  }
}
