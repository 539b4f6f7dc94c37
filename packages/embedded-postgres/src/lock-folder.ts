import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { EmbeddedPostgresError } from './error.ts'
import { processIdentity } from './process-identity.ts'

/**
 * Takes the folder for this process, or says who has it. A lock left by a process that died is
 * taken over. Returns the release.
 */
export function lockFolder(dataDir: string): () => void {
  const lock = join(dataDir, 'lock')
  const mine = `${process.pid} ${processIdentity(process.pid)}`
  const draft = `${lock}.${process.pid}`
  writeFileSync(draft, mine)
  try {
    // A hard link appears whole or not at all, so nobody ever reads a half-written lock.
    while (!linked(draft, lock)) {
      const holder = liveHolder(lock)
      if (holder !== undefined) {
        throw new EmbeddedPostgresError(
          `${dataDir} is in use by another Highwater (process ${holder}); stop that one or choose another HIGHWATER_DATA_DIR.`,
        )
      }
      rmSync(lock, { force: true })
    }
  } finally {
    rmSync(draft, { force: true })
  }
  return () => rmSync(lock, { force: true })
}

function linked(draft: string, lock: string): boolean {
  try {
    linkSync(draft, lock)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
}

function liveHolder(lock: string): number | undefined {
  let words: string[]
  try {
    words = readFileSync(lock, 'utf8').split(' ')
  } catch {
    return undefined
  }
  const pid = Number(words[0])
  if (!Number.isInteger(pid) || pid <= 0) return undefined
  return processIdentity(pid) === words[1] ? pid : undefined
}
