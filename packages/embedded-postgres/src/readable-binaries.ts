import { chmodSync, cpSync, existsSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Account } from './account.ts'
import type { Binaries } from './find-binaries.ts'
import { makeFolder } from './make-folder.ts'
import { canReach } from './reach.ts'
import { systemFolder } from './system-folder.ts'

/** The binaries where they are, or a copy the account can reach (a checkout below root's home). */
export function readableBinaries(binaries: Binaries, account: Account): string {
  if (canReach(join(binaries.folder, 'bin'), account)) return binaries.folder
  const copy = join(systemFolder, `postgresql-${binaries.version}`)
  if (existsSync(copy)) return copy
  makeFolder(systemFolder)
  const unfinished = `${copy}.${process.pid}`
  try {
    cpSync(binaries.folder, unfinished, { recursive: true, verbatimSymlinks: true })
    openForReading(unfinished)
    renameSync(unfinished, copy)
  } finally {
    rmSync(unfinished, { recursive: true, force: true })
  }
  return copy
}

function openForReading(folder: string): void {
  chmodSync(folder, 0o755)
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) openForReading(path)
    else if (entry.isFile()) chmodSync(path, basename(folder) === 'bin' ? 0o755 : 0o644)
  }
}
