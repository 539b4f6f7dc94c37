import { type AuditFault, auditFault } from '@highwater/core/audit'
import { and, asc, desc, gt, isNotNull, lte } from 'drizzle-orm'
import type { Transaction } from '../client/connect.ts'
import type { Sealer } from '../client/secrets.ts'
import { auditCheckpoint } from '../schema/index.ts'
import { type CheckpointRow, judgeCheckpoint } from './checkpoint.ts'
import type { Bounds } from './walk-lanes.ts'

const portion = 1_000

/** A checkpoint that somebody kept outside of the database. */
export interface KeptCheckpoint {
  readonly number: number
  readonly seal: string
}

export interface Checkpoints {
  readonly newest: CheckpointRow | null
  readonly bounds: Bounds
  readonly faults: readonly AuditFault[]
}

async function* eachCheckpoint(tx: Transaction): AsyncGenerator<CheckpointRow> {
  let last = -1
  for (;;) {
    const rows = await tx
      .select()
      .from(auditCheckpoint)
      .where(gt(auditCheckpoint.number, last))
      .orderBy(asc(auditCheckpoint.number))
      .limit(portion)
    yield* rows
    const end = rows.at(-1)
    if (!end || rows.length < portion) return
    last = end.number
  }
}

async function readBases(tx: Transaction, through: number): Promise<Bounds['bases']> {
  const [row] = await tx
    .select({ bases: auditCheckpoint.bases })
    .from(auditCheckpoint)
    .where(and(isNotNull(auditCheckpoint.bases), lte(auditCheckpoint.number, through)))
    .orderBy(desc(auditCheckpoint.number))
    .limit(1)
  return row?.bases ?? []
}

function judgeStep(sealer: Sealer, row: CheckpointRow, before: CheckpointRow): AuditFault | null {
  if (row.number !== before.number + 1) {
    return auditFault('checkpoint_removed', { checkpoint: before.number + 1 })
  }
  switch (judgeCheckpoint(sealer, row, before)) {
    case 'right':
      return null
    case 'wrong':
      return auditFault('checkpoint', { checkpoint: row.number })
    case 'unknown_key':
      return auditFault('unknown_key', { checkpoint: row.number, key: row.sealKey })
  }
}

/**
 * Follows the checkpoints to the last one that fits. The first of them is only what the second is
 * chained to: what came before it has been pruned, or it is the one that the installation began with.
 */
export async function readCheckpoints(
  tx: Transaction,
  sealer: Sealer,
  kept: KeptCheckpoint | null,
): Promise<Checkpoints> {
  const faults: AuditFault[] = []
  let first: CheckpointRow | null = null
  let newest: CheckpointRow | null = null
  let isKeptThere = kept === null
  for await (const row of eachCheckpoint(tx)) {
    const fault = newest === null ? null : judgeStep(sealer, row, newest)
    if (fault !== null) {
      faults.push(fault)
      break
    }
    first ??= row
    newest = row
    if (kept !== null && row.number === kept.number) isKeptThere = row.seal === kept.seal
  }
  const { startsAfter = 0, prunedThrough = 0, droppedThrough = -1, positions = [] } = newest ?? {}
  if (first?.number !== droppedThrough + 1) {
    faults.push(auditFault('checkpoint_removed', { checkpoint: droppedThrough + 1 }))
  }
  const wasDropped = kept !== null && kept.number <= droppedThrough
  if (kept !== null && !isKeptThere && !wasDropped) {
    faults.push(auditFault('checkpoint_removed', { checkpoint: kept.number }))
  }
  const bases = newest === null ? [] : await readBases(tx, newest.number)
  return { newest, faults, bounds: { startsAfter, prunedThrough, bases, positions } }
}
