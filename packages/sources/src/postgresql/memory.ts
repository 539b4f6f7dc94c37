import { z } from 'zod'
import { type Lsn, parseLsn } from './lsn.ts'

/** `at` (server's clock, epoch ms): everything committed by then lies before `lsn`. */
const mark = z.object({ at: z.number(), lsn: z.string().regex(/^[0-9A-F]+\/[0-9A-F]+$/i) })
export type Mark = z.output<typeof mark>

/** What one collection hands to the next. */
const memory = z.object({
  system: z.string(),
  marks: z.array(mark).max(5_000),
  replayed: z.string().nullable(),
  errors: z.record(z.string(), z.number()),
})
export type Memory = z.output<typeof memory>

/** The memory of this very server; anything unreadable or of another server is forgotten. */
export function recall(stored: unknown, system: string): Memory {
  const known = memory.safeParse(stored)
  if (known.success && known.data.system === system) return known.data
  return { system, marks: [], replayed: null, errors: {} }
}

/** Adds the newest mark. A log that went backwards is another history: the old marks say nothing. */
export function addMark(marks: readonly Mark[], added: Mark): readonly Mark[] {
  const before = marks.filter((one) => one.at < added.at)
  const last = before.at(-1)
  if (last === undefined) return [added]
  if (parseLsn(added.lsn) < parseLsn(last.lsn)) return [added]
  return last.lsn === added.lsn ? [...before.slice(0, -1), added] : [...before, added]
}

/** The latest moment up to which everything committed is known to lie before `applied`. */
export function provenUpTo(marks: readonly Mark[], applied: Lsn): number | null {
  return marks.findLast((one) => parseLsn(one.lsn) <= applied)?.at ?? null
}

const keptWhole = 15 * 60_000
/** Older marks stand at most this far apart, relative to their age: the error of a long lag. */
const coarseness = 0.03

/**
 * Drops marks that no replica can need any more, and thins out old ones: in health two remain,
 * for a replica stuck for a month some hundreds.
 */
export function prune(marks: readonly Mark[], slowest: Lsn | null, now: number): Mark[] {
  const from = slowest === null ? null : provenUpTo(marks, slowest)
  const needed = from === null ? marks : marks.filter((one) => one.at >= from)
  const kept: Mark[] = []
  for (const [index, one] of needed.entries()) {
    const older = kept.at(-1)
    const newer = needed[index + 1]
    const age = now - one.at
    const isSpare =
      older !== undefined &&
      newer !== undefined &&
      age > keptWhole &&
      newer.at - older.at < age * coarseness
    if (!isSpare) kept.push(one)
  }
  return kept
}
