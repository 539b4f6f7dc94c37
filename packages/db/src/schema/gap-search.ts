import { sql } from 'drizzle-orm'
import { index, pgTable } from 'drizzle-orm/pg-core'
import { alert } from './alert.ts'
import { idColumn, instantColumn } from './columns.ts'

/**
 * Work that a gap in evaluation leaves behind: to find what came and went in it, project by project.
 * Written together with the alert about the gap, and gone through in the order of the projects' ids.
 */
export const gapSearch = pgTable(
  'gap_search',
  {
    alertId: idColumn<'alert'>()
      .primaryKey()
      .references(() => alert.id),
    gapFrom: instantColumn().notNull(),
    gapTo: instantColumn().notNull(),
    /** Everything up to this project has been gone through. */
    searchedUpTo: idColumn<'project'>(),
    finishedAt: instantColumn(),
  },
  (table) => [index('gap_search_unfinished').on(table.gapTo).where(sql`finished_at is null`)],
)
