import { eq, sql } from 'drizzle-orm'
import type { Transaction } from '../client/connect.ts'
import type { Sealer } from '../client/secrets.ts'
import { auditEvent, auditLane } from '../schema/index.ts'
import { contentOf, contentOfLane, laneStart, type PlacedRow } from './content.ts'

/** As many as the migration made; with 50 connections few of them share a lane. */
export const laneCount = 64

/** An entry without its place. */
export type NewAuditRow = Omit<PlacedRow, 'id' | 'lane' | 'position'>

interface Place extends Record<string, unknown> {
  readonly lane: number
  readonly position: string
  readonly eventSeal: string | null
  readonly id: string
}

/**
 * Locks the lane of this connection until commit, and takes ids for so many entries: under the
 * lock, so that ids ascend along a lane.
 */
async function takePlaces(tx: Transaction, count: number): Promise<readonly Place[]> {
  return tx.execute<Place>(sql`
    with mine as materialized (
      select lane, position, event_seal from audit_lane
      where lane = pg_backend_pid() % ${laneCount} for update
    )
    select lane, position, event_seal as "eventSeal", nextval('audit_event_id_seq') as id
    from mine, generate_series(1, ${count}::int)`)
}

/**
 * Adds entries to the chain in the transaction that they tell of: there is never an entry that is not
 * sealed. Lanes keep writers from waiting for one another, and one that rolls back leaves no gap.
 */
export async function appendToAudit(
  tx: Transaction,
  { chain }: Sealer,
  rows: readonly NewAuditRow[],
): Promise<void> {
  const places = await takePlaces(tx, rows.length)
  const [first] = places
  if (!first) throw new Error('The audit has no lanes: the migrations have not been run.')
  const { lane } = first
  let position = Number(first.position)
  let eventSeal = first.eventSeal ?? laneStart(lane)
  const values = rows.map((row, index) => {
    position += 1
    const placed = { ...row, id: Number(places[index]?.id), lane, position }
    const { key, code } = chain.sign(contentOf(placed, eventSeal))
    eventSeal = code
    return { ...placed, sealKey: key, seal: code }
  })
  const end = chain.sign(contentOfLane({ lane, position, eventSeal }))
  // Sent together: the connection works through them in order, and the network is crossed once.
  await Promise.all([
    tx.insert(auditEvent).overridingSystemValue().values(values),
    tx
      .update(auditLane)
      .set({ position, eventSeal, sealKey: end.key, seal: end.code })
      .where(eq(auditLane.lane, lane)),
  ])
}
