import { expect } from 'vitest'
import type { Database } from '../src/client/index.ts'

/** How many sessions wait for a lock, of this database alone: other tests share its server. */
export async function countWaiting({ sql }: Database): Promise<number> {
  const waiting = await sql`
    select from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`
  return waiting.length
}

/** Begins something, and comes back once it waits for a lock or is over. */
export async function beginUntilStill(
  db: Database,
  begin: () => Promise<unknown>,
): Promise<{ readonly underWay: Promise<unknown> }> {
  const before = await countWaiting(db)
  let isOver = false
  const over = () => {
    isOver = true
  }
  const underWay = begin()
  underWay.then(over, over)
  const standsStill = async () => isOver || (await countWaiting(db)) > before
  await expect.poll(standsStill).toBe(true)
  return { underWay }
}

/** Each gets as far as it can while somebody holds these rows; then all go on beside one another. */
export async function beginWhileHeld(
  db: Database,
  rows: string,
  ...beginnings: readonly (() => Promise<unknown>)[]
): Promise<void> {
  const begun: { readonly underWay: Promise<unknown> }[] = []
  await db.sql.begin(async (tx) => {
    await tx.unsafe(rows)
    for (const begin of beginnings) begun.push(await beginUntilStill(db, begin))
  })
  await Promise.all(begun.map(({ underWay }) => underWay))
}
