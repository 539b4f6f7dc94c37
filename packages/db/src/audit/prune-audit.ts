import type { Instant } from '@highwater/core'
import { asc, desc, gt, isNotNull, lt, lte, max } from 'drizzle-orm'
import type { Database, Transaction } from '../client/connect.ts'
import type { Sealer } from '../client/secrets.ts'
import { auditCheckpoint, auditEvent, type LanePlace } from '../schema/index.ts'
import { laneCount } from './append.ts'
import { addCheckpoint } from './seal-audit.ts'

const portion = 5_000

interface Pruned {
  readonly through: number
  readonly count: number
  /** The last entry of each lane that goes. */
  readonly places: ReadonlyMap<number, LanePlace>
}

/** The oldest entries up to the first that is to stay: what goes is the beginning of every lane. */
async function findOld(tx: Transaction, before: Instant, after: number): Promise<Pruned | null> {
  const { id, at, lane, position, seal } = auditEvent
  const rows = await tx
    .select({ id, at, lane, position, seal })
    .from(auditEvent)
    .where(gt(id, after))
    .orderBy(asc(id))
    .limit(portion)
  const stays = rows.findIndex((row) => row.at >= before)
  const old = stays === -1 ? rows : rows.slice(0, stays)
  const last = old.at(-1)
  if (!last) return null
  const places = old.flatMap(({ lane, position, seal }): [number, LanePlace][] =>
    lane === null || position === null || seal === null ? [] : [[lane, [position, seal]]],
  )
  return { through: last.id, count: old.length, places: new Map(places) }
}

async function readBases(tx: Transaction): Promise<readonly (LanePlace | null)[]> {
  const [row] = await tx
    .select({ bases: auditCheckpoint.bases })
    .from(auditCheckpoint)
    .where(isNotNull(auditCheckpoint.bases))
    .orderBy(desc(auditCheckpoint.number))
    .limit(1)
  return row?.bases ?? []
}

/** The last checkpoint before the time stays: the one after it is chained to it. */
async function findDropped(tx: Transaction, before: Instant, least: number): Promise<number> {
  const [row] = await tx
    .select({ number: max(auditCheckpoint.number) })
    .from(auditCheckpoint)
    .where(lt(auditCheckpoint.at, before))
  return Math.max(least, (row?.number ?? 0) - 1)
}

/**
 * Takes a portion of entries away that are older than the given time: first a checkpoint says where
 * every lane begins from now on, then they go. Answers how many.
 * @throws AppError `unavailable` if what is there does not fit
 */
export async function pruneAudit(db: Database, sealer: Sealer, before: Instant): Promise<number> {
  return db.orm.transaction(async (tx) => {
    let pruned: Pruned | null = null
    let droppedThrough = -1
    await addCheckpoint(tx, sealer, async (newest) => {
      pruned = await findOld(tx, before, newest.prunedThrough)
      if (pruned === null) return null
      const { through, places } = pruned
      const bases = await readBases(tx)
      droppedThrough = await findDropped(tx, before, newest.droppedThrough)
      return {
        prunedThrough: through,
        droppedThrough,
        bases: Array.from(
          { length: laneCount },
          (_, lane) => places.get(lane) ?? bases[lane] ?? null,
        ),
      }
    })
    if (pruned === null) return 0
    const { through, count }: Pruned = pruned
    await tx.delete(auditEvent).where(lte(auditEvent.id, through))
    await tx.delete(auditCheckpoint).where(lte(auditCheckpoint.number, droppedThrough))
    return count
  })
}
