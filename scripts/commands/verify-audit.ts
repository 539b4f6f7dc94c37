import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { toIso } from '@highwater/core'
import { type AuditVerdict, type KeptCheckpoint, verifyAudit } from '@highwater/db/audit'
import { connect, createSealer } from '@highwater/db/client'
import { readEnvironment, type SecretKey } from '@highwater/environment'
import type { Command } from '../main.ts'
import { root } from '../processes/root.ts'
import { readSecret, secretIsGone } from '../stack/keep-secret.ts'
import { openDatabase } from '../stack/open-database.ts'
import { sayFault } from './say-fault.ts'

/** `12:SEAL`, as the worker's log and the audit page show it. */
function readKept(args: readonly string[]): KeptCheckpoint | null {
  const { checkpoint } = parseArgs({
    args: [...args],
    options: { checkpoint: { type: 'string' } },
  }).values
  if (checkpoint === undefined) return null
  const [number = '', seal = ''] = checkpoint.split(':')
  if (/^\d+$/.test(number) && seal !== '') return { number: Number(number), seal }
  throw new Error('--checkpoint is NUMBER:SEAL, as the log of the worker has it.')
}

function tell({ at, checked, older, fault, checkpoint }: AuditVerdict): void {
  if (fault !== null) console.error(`The audit is NOT intact. ${sayFault(fault)}`)
  else console.log(`The audit is intact up to ${toIso(at)}: ${checked} entries verified.`)
  if (older > 0) console.log(`${older} entries are older than the chain and cannot be verified.`)
  if (checkpoint !== null) {
    console.log(`Newest checkpoint: ${checkpoint.number}:${checkpoint.seal}`)
  }
}

/** The keys of the operator, or those that the first start has left in the data folder. */
function readKeys(dataDir: string): readonly SecretKey[] {
  const HIGHWATER_SECRET = process.env.HIGHWATER_SECRET?.trim() || readSecret(dataDir)
  if (HIGHWATER_SECRET === undefined) throw secretIsGone(dataDir)
  return readEnvironment({ ...process.env, HIGHWATER_SECRET }, 'start').HIGHWATER_SECRET ?? []
}

/** Verifies the operation audit; reads only, so a standby or a restored backup will do. */
export const run: Command = async (_stop, args) => {
  const kept = readKept(args)
  const { DATABASE_URL, HIGHWATER_DATA_DIR } = readEnvironment(process.env, 'start')
  const dataDir = resolve(root, HIGHWATER_DATA_DIR)
  const sealer = createSealer(readKeys(dataDir))
  const database = await openDatabase(DATABASE_URL, dataDir)
  const db = connect(database.url, { name: 'highwater-verify', maxConnections: 1 })
  try {
    const verdict = await verifyAudit(db, sealer, kept)
    tell(verdict)
    return verdict.isIntact ? 0 : 1
  } finally {
    await db.close()
    await database.close()
  }
}
