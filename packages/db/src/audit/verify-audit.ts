import type { Instant } from '@highwater/core'
import { type AuditFault, auditFault, firstFault } from '@highwater/core/audit'
import { asc, gt } from 'drizzle-orm'
import type { Database, Transaction } from '../client/connect.ts'
import { readNow } from '../client/now.ts'
import type { Sealer } from '../client/secrets.ts'
import { account, auditEvent, auditLane } from '../schema/index.ts'
import { digestOf } from './checkpoint.ts'
import type { AuditRow } from './content.ts'
import { judgeLane } from './judge-lane.ts'
import { type Checkpoints, type KeptCheckpoint, readCheckpoints } from './read-checkpoints.ts'
import { type Walk, walkLanes } from './walk-lanes.ts'

export interface AuditVerdict {
  readonly isIntact: boolean
  /** The moment whose state was checked. */
  readonly at: Instant
  /** Entries in the chain that were read, good or bad. */
  readonly checked: number
  /** Entries that are older than the chain: nothing protects them. */
  readonly older: number
  /** The first fault; null if there is none. */
  readonly fault: AuditFault | null
  /** The newest checkpoint that fits. */
  readonly checkpoint: KeptCheckpoint | null
}

const portion = 1_000

async function* eachRow(tx: Transaction): AsyncGenerator<AuditRow> {
  let last = 0
  for (;;) {
    const rows = await tx
      .select()
      .from(auditEvent)
      .where(gt(auditEvent.id, last))
      .orderBy(asc(auditEvent.id))
      .limit(portion)
    yield* rows
    const end = rows.at(-1)
    if (!end || rows.length < portion) return
    last = end.id
  }
}

/** Compares where each lane has ended with what was kept of its end, and with the checkpoint. */
async function judgeEnds(
  tx: Transaction,
  sealer: Sealer,
  walk: Walk,
  { newest, bounds }: Checkpoints,
): Promise<AuditFault[]> {
  const faults: AuditFault[] = []
  const lanes = new Map((await tx.select().from(auditLane)).map((row) => [row.lane, row]))
  for (const [lane, step] of walk.steps.entries()) {
    if (step.isBroken) continue
    const kept = lanes.get(lane)
    const isKeptRight = kept !== undefined && judgeLane(sealer, kept) === 'right'
    const end = Math.max(isKeptRight ? kept.position : 0, bounds.positions[lane] ?? 0)
    if (step.position < end) {
      faults.push(auditFault('removed', { afterId: step.lastId, count: end - step.position }))
    } else if (!isKeptRight || kept.eventSeal !== step.eventSeal) {
      faults.push(auditFault('lane'))
    }
  }
  if (faults.length > 0 || newest === null || newest.seal === null) return faults
  const ends = walk.steps.map(({ sealAtCheckpoint: eventSeal }, lane) => ({
    position: bounds.positions[lane] ?? 0,
    eventSeal,
  }))
  const isBroken = walk.steps.some((step) => step.isBroken)
  if (!isBroken && digestOf(ends) !== newest.digest) {
    faults.push(auditFault('checkpoint', { checkpoint: newest.number }))
  }
  return faults
}

/** Whoever has an account has signed in, and that is written down. */
async function isEmptied(tx: Transaction, read: number, { newest }: Checkpoints): Promise<boolean> {
  if (read > 0 || (newest !== null && newest.seal !== null)) return false
  const [anybody] = await tx.select({ id: account.id }).from(account).limit(1)
  return anybody !== undefined
}

async function verifyInside(
  tx: Transaction,
  sealer: Sealer,
  kept: KeptCheckpoint | null,
): Promise<AuditVerdict> {
  const at = await readNow(tx)
  const checkpoints = await readCheckpoints(tx, sealer, kept)
  const walk = walkLanes(sealer, checkpoints.bounds)
  const faults: AuditFault[] = [...checkpoints.faults]
  let read = 0
  for await (const row of eachRow(tx)) {
    read += 1
    const fault = walk.take(row)
    if (fault !== null) faults.push(fault)
  }
  faults.push(...(await judgeEnds(tx, sealer, walk, checkpoints)))
  if (await isEmptied(tx, read, checkpoints)) faults.push(auditFault('emptied'))
  const { newest } = checkpoints
  return {
    isIntact: faults.length === 0,
    at,
    checked: read - walk.older(),
    older: walk.older(),
    fault: firstFault(faults),
    checkpoint:
      newest === null || newest.seal === null ? null : { number: newest.number, seal: newest.seal },
  }
}

/**
 * Reads the whole audit as it stands at one moment and checks every entry, what the lanes end with and
 * the checkpoints; writes nothing, so that it also works on a copy.
 * @param kept a checkpoint from outside that must still be there
 */
export const verifyAudit = (
  db: Database,
  sealer: Sealer,
  kept: KeptCheckpoint | null = null,
): Promise<AuditVerdict> =>
  db.orm.transaction((tx) => verifyInside(tx, sealer, kept), {
    isolationLevel: 'repeatable read',
    accessMode: 'read only',
  })
