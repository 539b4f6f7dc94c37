import { AppError, type Instant } from '@highwater/core'
import { and, asc, desc, eq, sql } from 'drizzle-orm'
import type { Database, Transaction } from '../client/connect.ts'
import { readNow } from '../client/now.ts'
import type { Sealer } from '../client/secrets.ts'
import { auditCheckpoint, auditLane } from '../schema/index.ts'
import {
  type CheckpointRow,
  digestOf,
  judgeCheckpoint,
  type LaneEnd,
  type NewCheckpoint,
  signCheckpoint,
} from './checkpoint.ts'
import { contentOfLane } from './content.ts'
import { judgeLane, type LaneRow } from './judge-lane.ts'

/** A checkpoint's name: whoever keeps one elsewhere can prove later that nothing before it was lost. */
export interface SealedCheckpoint {
  readonly number: number
  readonly seal: string
  readonly at: Instant
  /** How many entries the chain had then. */
  readonly entries: number
}

const damaged = (what: string) =>
  new AppError(
    'unavailable',
    `The audit is not sealed further, because ${what} does not fit. Run "npm run audit:verify" and keep the database as it is.`,
  )

const keyIsMissing = (key: string | null) =>
  new AppError(
    'unavailable',
    `The audit is not sealed further: its end was signed with key "${key ?? '?'}", which HIGHWATER_SECRET does not hold. Put it back behind the new one.`,
  )

/** The two newest: the newest is chained to the other. Who holds the lock is alone with them. */
async function lockCheckpoints(tx: Transaction): Promise<readonly CheckpointRow[]> {
  await tx.execute(sql`select pg_advisory_xact_lock(7263003)`)
  return tx.select().from(auditCheckpoint).orderBy(desc(auditCheckpoint.number)).limit(2)
}

/** Every lane's end, read in one statement: entries of one transaction are in or out together. */
async function readEnds(
  tx: Transaction,
  sealer: Sealer,
  { positions }: CheckpointRow,
): Promise<LaneEnd[]> {
  const lanes = await tx.select().from(auditLane).orderBy(asc(auditLane.lane))
  for (const [index, lane] of lanes.entries()) {
    const isBehind = lane.position < (positions[index] ?? 0)
    const verdict = judgeLane(sealer, lane)
    if (verdict === 'unknown_key') throw keyIsMissing(lane.sealKey)
    if (lane.lane !== index || isBehind || verdict === 'wrong') throw damaged(`lane ${lane.lane}`)
  }
  if (lanes.length !== positions.length) throw damaged('the number of lanes')
  await signAgain(tx, sealer, lanes)
  return lanes
}

/**
 * Brings the ends of lanes that rest under the newest key: when an older one leaves HIGHWATER_SECRET,
 * sealing must go on. A lane that is written to meanwhile is signed by its writer.
 */
async function signAgain(
  tx: Transaction,
  { chain }: Sealer,
  lanes: readonly LaneRow[],
): Promise<void> {
  for (const { lane, position, eventSeal, sealKey } of lanes) {
    if (eventSeal === null || sealKey === chain.newest) continue
    const { key, code } = chain.sign(contentOfLane({ lane, position, eventSeal }))
    await tx
      .update(auditLane)
      .set({ sealKey: key, seal: code })
      .where(and(eq(auditLane.lane, lane), eq(auditLane.position, position)))
  }
}

/** Writes a checkpoint that goes on from the newest, with what is to be different in it. */
export async function addCheckpoint(
  tx: Transaction,
  sealer: Sealer,
  changes: (
    newest: CheckpointRow,
    ends: readonly LaneEnd[],
  ) => Partial<NewCheckpoint> | null | Promise<Partial<NewCheckpoint> | null>,
): Promise<SealedCheckpoint | null> {
  const [newest, before] = await lockCheckpoints(tx)
  if (!newest) throw damaged('the first checkpoint')
  const verdict = before === undefined ? 'right' : judgeCheckpoint(sealer, newest, before)
  if (verdict === 'unknown_key') throw keyIsMissing(newest.sealKey)
  if (verdict === 'wrong') throw damaged(`checkpoint ${newest.number}`)
  const ends = await readEnds(tx, sealer, newest)
  const changed = await changes(newest, ends)
  if (changed === null) return null
  const { startsAfter, prunedThrough, droppedThrough } = newest
  const positions = ends.map(({ position }) => position)
  const row = signCheckpoint(
    sealer,
    {
      ...{ startsAfter, prunedThrough, droppedThrough, positions },
      number: newest.number + 1,
      at: await readNow(tx),
      digest: digestOf(ends),
      bases: null,
      ...changed,
    },
    newest,
  )
  await tx.insert(auditCheckpoint).values(row)
  const entries = positions.reduce((sum, position) => sum + position, 0)
  return { number: row.number, seal: row.seal, at: row.at, entries }
}

/**
 * Ties the lanes together as they stand, if any of them has grown or the key has been replaced.
 * Answers null if there was no need.
 * @throws AppError `unavailable` if what is there does not fit
 */
export const sealAudit = (db: Database, sealer: Sealer): Promise<SealedCheckpoint | null> =>
  db.orm.transaction((tx) =>
    addCheckpoint(tx, sealer, ({ positions, sealKey }, ends) => {
      const hasGrown = ends.some(({ position }, lane) => position !== positions[lane])
      const isUnderOldKey = sealKey !== null && sealKey !== sealer.chain.newest
      return hasGrown || isUnderOldKey ? {} : null
    }),
  )
