import { z } from 'zod'
import { buryProjects } from './bury-projects.ts'
import { defineBulkChange } from './define-bulk-change.ts'
import { againstDeleting } from './not-changed.ts'

/** Deletes many projects at once, those that are over or never began. */
export const deleteProjects = defineBulkChange({
  action: 'project.delete',
  own: z.strictObject({}),
  against: againstDeleting,
  write: (tx, rows, _own, { now }) =>
    buryProjects(
      tx,
      rows.map(({ id }) => id),
      now,
    ),
  snapshots: ({ name, state, level, tags }) => ({
    before: { name, state, protectionLevel: level, tags },
  }),
})
