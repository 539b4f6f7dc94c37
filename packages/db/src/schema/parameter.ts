import { doublePrecision, integer, pgTable, text } from 'drizzle-orm/pg-core'
import { idColumn, instantColumn } from './columns.ts'

/** The parameters that somebody has touched; all others have the default of core's table. */
export const parameter = pgTable('parameter', {
  key: text().primaryKey(),
  /** Null: it was reset, and the default holds. */
  value: doublePrecision(),
  /** The version of the whole set that this change made. */
  version: integer().notNull(),
  changedAt: instantColumn().notNull(),
  changedBy: idColumn<'user'>(),
  changedByName: text().notNull(),
})
