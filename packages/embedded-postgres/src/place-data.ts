import { randomBytes } from 'node:crypto'
import { existsSync, lstatSync, realpathSync, statSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { type Account, chooseAccount } from './account.ts'
import { EmbeddedPostgresError } from './error.ts'
import { makeFolder } from './make-folder.ts'
import { canReach } from './reach.ts'
import { systemFolder } from './system-folder.ts'

/** `cluster` is the server's own folder (absent until initialized); `account` may walk to it. */
export type Place = { readonly cluster: string; readonly account: Account }

/**
 * Decides where the server's files live and who owns them. Normally inside the data folder; when
 * root's data folder is closed to others, in a system folder that a link in the data folder names.
 */
export function placeData(dataDir: string): Place {
  const entry = join(dataDir, 'cluster')
  const isLink = lstatSync(entry, { throwIfNoEntry: false })?.isSymbolicLink() === true
  if (existsSync(entry)) return existingPlace(realpathSync(entry))
  if (isLink) {
    throw new EmbeddedPostgresError(
      `The database named by ${entry} is gone; bring that folder back, or delete ${dataDir} to begin with an empty one.`,
    )
  }
  const account = chooseAccount(undefined)
  if (canReach(dataDir, account))
    return { cluster: join(realpathSync(dataDir), 'cluster'), account }
  const home = join(systemFolder, `data-${randomBytes(6).toString('hex')}`)
  makeFolder(home)
  const cluster = join(home, 'cluster')
  symlinkSync(cluster, entry)
  return { cluster, account }
}

function existingPlace(cluster: string): Place {
  const owner = statSync(cluster)
  const account = chooseAccount(owner)
  const self = process.getuid?.()
  if (self !== 0 && self !== owner.uid) {
    throw new EmbeddedPostgresError(
      `The database in ${cluster} belongs to another account; start Highwater as that account or as root.`,
    )
  }
  if (!canReach(cluster, account)) {
    throw new EmbeddedPostgresError(
      `PostgreSQL cannot reach ${cluster} because a folder above it is closed; open that folder or choose another HIGHWATER_DATA_DIR.`,
    )
  }
  return { cluster, account }
}
