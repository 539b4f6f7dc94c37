import { readFileSync } from 'node:fs'

/** Whom the server runs as; `undefined` is the account that runs this process. */
export type Account = { readonly uid: number; readonly gid: number } | undefined

const unprivileged = { uid: 65534, gid: 65534 }

/**
 * PostgreSQL refuses to run as root. Root therefore lends it the account of whoever owns the data
 * already (an earlier start without root), or `nobody`, which exists everywhere.
 */
export function chooseAccount(owner: { uid: number; gid: number } | undefined): Account {
  if (process.getuid?.() !== 0) return undefined
  if (owner !== undefined && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  return nobody()
}

function nobody(): { uid: number; gid: number } {
  try {
    const line = /^nobody:[^:]*:(\d+):(\d+):/m.exec(readFileSync('/etc/passwd', 'utf8'))
    if (line?.[1] !== undefined && line[2] !== undefined) {
      return { uid: Number(line[1]), gid: Number(line[2]) }
    }
  } catch {
    // A container without /etc/passwd still knows the number.
  }
  return unprivileged
}
