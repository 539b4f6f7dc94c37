import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { CommandFailure } from '../processes/failure.ts'

const fileIn = (dataDir: string): string => join(dataDir, 'secret')

/** The secret that the first start has left in the data folder, if it is there. */
export function readSecret(dataDir: string): string | undefined {
  const file = fileIn(dataDir)
  return (existsSync(file) && readFileSync(file, 'utf8').trim()) || undefined
}

/** The secret generated into the data folder, made on the first start; readable by its owner only. */
export function keepSecret(dataDir: string): string {
  const kept = readSecret(dataDir)
  if (kept !== undefined) return kept
  const secret = `first:${randomBytes(32).toString('base64')}`
  // Made beside and renamed, so that a full disk leaves no file without a secret.
  const unfinished = `${fileIn(dataDir)}.${process.pid}`
  try {
    writeFileSync(unfinished, `${secret}\n`, { mode: 0o600, flag: 'wx' })
    renameSync(unfinished, fileIn(dataDir))
  } finally {
    rmSync(unfinished, { force: true })
  }
  return secret
}

/** What a database that is in use was sealed with, nobody can make again. */
export const secretIsGone = (dataDir: string) =>
  new CommandFailure(
    `The secret of this database is missing: ${fileIn(dataDir)} is not there or empty. ` +
      'Bring it back from a backup, or set HIGHWATER_SECRET to it. ' +
      'If it is lost, set HIGHWATER_SECRET to a new one and enter all passwords and tokens of channels and sources again.',
  )
