import { toIso } from '@highwater/core'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Transaction } from '../../client/connect.ts'
import { project } from '../../schema/index.ts'
import { endFields, endOf, namesOneEnd, oneEndOnly } from '../alert/end-time.ts'
import { lookAgainAt } from '../look-again.ts'
import { defineBulkChange } from './define-bulk-change.ts'
import type { ChosenProject } from './load-projects.ts'
import { againstPausing, alreadySo } from './not-changed.ts'

export const pauseFields = {
  ...endFields,
  reason: z.string().trim().min(1, 'Say why.').max(500, 'Use at most 500 characters.').optional(),
}

const pauseInput = z.strictObject(pauseFields).refine(namesOneEnd, oneEndOnly)

type Columns = Partial<typeof project.$inferInsert>

async function setWatch(tx: Transaction, rows: readonly ChosenProject[], columns: Columns) {
  const ids = rows.map(({ id }) => id)
  await tx
    .update(project)
    .set({ ...columns, version: sql`${project.version} + 1` })
    .where(sql`${project.id} = any(${sql.param(ids)}::uuid[])`)
  return ids
}

const described = (row: ChosenProject) => ({
  watched: row.isWatched,
  until: !row.isWatched && row.watchPausedUntil !== null ? toIso(row.watchPausedUntil) : null,
  reason: row.isWatched ? null : row.watchPauseReason,
})

/**
 * Stops watching projects: their open alerts close, nothing is judged until somebody watches them
 * again or the end comes. Signals go on being kept. Done again it changes end and reason.
 */
export const pauseWatching = defineBulkChange({
  action: 'project.watch',
  own: pauseInput,
  against(row, own, { now }) {
    const until = endOf(own, now)
    const isSame = row.watchPausedUntil === until && row.watchPauseReason === (own.reason ?? null)
    if (!row.isWatched && isSame) return alreadySo('The project is not watched already.')
    return againstPausing(row)
  },
  async write(tx, rows, own, { now, actorName }) {
    const ids = await setWatch(tx, rows, {
      watchPausedAt: now,
      watchPausedUntil: endOf(own, now),
      watchPausedByName: actorName,
      watchPauseReason: own.reason ?? null,
      watchResumedAt: null,
    })
    await lookAgainAt(tx, ids, now)
  },
  snapshots(row, own, { now }) {
    const until = endOf(own, now)
    const after = {
      watched: false,
      until: until === null ? null : toIso(until),
      reason: own.reason ?? null,
    }
    return { before: described(row), after }
  },
})

/** Watches projects again; like one that resumes, each may be behind for a while (A8). */
export const resumeWatching = defineBulkChange({
  action: 'project.watch',
  own: z.strictObject({}),
  against: ({ isWatched }) => (isWatched ? alreadySo('The project is watched already.') : null),
  async write(tx, rows, _own, { now }) {
    const ids = await setWatch(tx, rows, {
      watchPausedAt: null,
      watchPausedUntil: null,
      watchPausedByName: null,
      watchPauseReason: null,
      watchResumedAt: now,
    })
    await lookAgainAt(tx, ids, now)
  },
  snapshots: (row) => ({
    before: described(row),
    after: { watched: true, until: null, reason: null },
  }),
})
