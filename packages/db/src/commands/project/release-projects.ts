import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { project, projectState } from '../../schema/index.ts'
import { lookAgainAt } from '../look-again.ts'
import { defineBulkChange } from './define-bulk-change.ts'
import { againstReleasing } from './not-changed.ts'

/**
 * Releases projects for good: their alerts close, their signals are refused from now on, and what is
 * known of them stays to be read.
 */
export const releaseProjects = defineBulkChange({
  action: 'project.release',
  own: z.strictObject({}),
  against: againstReleasing,
  async write(tx, rows, _own, { now }) {
    const ids = sql.param(rows.map(({ id }) => id))
    await tx
      .update(project)
      .set({
        releasedAt: now,
        watchPausedAt: null,
        watchPausedUntil: null,
        watchPausedByName: null,
        watchPauseReason: null,
        version: sql`${project.version} + 1`,
      })
      .where(sql`${project.id} = any(${ids}::uuid[])`)
    // It locks the states in the order in which signals lock them.
    await lookAgainAt(
      tx,
      rows.map(({ id }) => id),
      now,
    )
    await tx
      .update(projectState)
      .set({ state: 'released', interruptedSince: null, pausedSince: null })
      .where(sql`${projectState.projectId} = any(${ids}::uuid[])`)
  },
  snapshots: ({ state }) => ({ before: { state }, after: { state: 'released' } }),
})
