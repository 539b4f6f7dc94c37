import { randomUUID } from 'node:crypto'
import { existsSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const memory = '/dev/shm'
const gibibyte = 2 ** 30
/** Room for a few dozen databases and their log, and as much again for the programs beside them. */
const roomNeeded = { folder: 2 * gibibyte, machine: 6 * gibibyte }

function hasRoomInMemory(): boolean {
  if (!existsSync(memory)) return false
  const { bavail, bsize } = statfsSync(memory)
  return bavail * bsize >= roomNeeded.folder && process.availableMemory() >= roomNeeded.machine
}

/**
 * The path of a new folder for a cluster that nobody needs tomorrow. It lies in memory where there is
 * room: a database is six hundred files, which a disk's file system makes at ten times the cost.
 */
export const throwAwayFolder = (purpose: string): string =>
  join(hasRoomInMemory() ? memory : tmpdir(), `highwater-${purpose}-${randomUUID()}`)
