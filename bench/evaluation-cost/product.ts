import type { Database } from '@highwater/db/client'
import { createCycle } from '../idle-cycle/cycle.ts'

/** Milliseconds until the product has judged everything that is due, told of it and put it off. */
export async function cyclesMs(db: Database, due: number): Promise<number> {
  const runCycle = createCycle(db)
  const started = performance.now()
  let judged = 0
  let moves = 0
  for (let more = true; more; ) {
    const report = await runCycle()
    judged += report.taken
    moves += report.moves
    more = report.more
  }
  const duration = performance.now() - started
  if (judged !== due || moves < due) throw new Error(`${judged} of ${due} judged, ${moves} moved.`)
  return duration
}
