import type { Database } from '@highwater/db/client'
import { createCycle } from './cycle.ts'

async function drawDue(db: Database, count: number): Promise<string[]> {
  const rows = await db.sql<{ id: string }[]>`
    update project_state set due_at = now(), last_signal_at = now()
    where project_id in (select project_id from project_state order by random() limit ${count})
    returning project_id as id`
  return rows.map((row) => row.id)
}

/** Milliseconds until everything that is due has been judged, found quiet and put off. */
export async function dueCyclesMs(db: Database, count: number): Promise<number> {
  await drawDue(db, count)
  const runCycle = createCycle(db)
  const started = performance.now()
  let judged = 0
  for (let more = true; more; ) {
    const report = await runCycle()
    judged += report.taken
    more = report.more
  }
  const duration = performance.now() - started
  if (judged !== count) throw new Error(`${judged} of ${count} due projects were judged.`)
  return duration
}

/** Milliseconds of one statement that puts off as many due projects without judging them. */
export async function putOffMs(db: Database, count: number): Promise<number> {
  await drawDue(db, count)
  const started = performance.now()
  const { count: changed } = await db.sql`
    update project_state set due_at = now() + interval '1 hour', evaluated_at = now()
    where due_at <= now()`
  const duration = performance.now() - started
  if (changed !== count) throw new Error(`${changed} of ${count} due projects were put off.`)
  return duration
}
