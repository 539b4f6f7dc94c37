import { realpathSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Account } from './account.ts'

/** Whether the account may walk down to this folder: every folder on the way must let it pass. */
export function canReach(path: string, account: Account): boolean {
  if (account === undefined) return true
  let folder = realpathSync(path)
  while (mayPass(folder, account)) {
    const parent = dirname(folder)
    if (parent === folder) return true
    folder = parent
  }
  return false
}

function mayPass(folder: string, account: { uid: number; gid: number }): boolean {
  const { mode, uid, gid } = statSync(folder)
  if (uid === account.uid) return (mode & 0o100) !== 0
  if (gid === account.gid) return (mode & 0o010) !== 0
  return (mode & 0o001) !== 0
}
