import { pgTable, primaryKey, text } from 'drizzle-orm/pg-core'

/**
 * Where to begin a walk along the names of projects: the first name that has ever had a pair of
 * characters or a tag. Triggers of a migration keep it; it may name too early a start, never too late.
 */
export const searchStart = pgTable(
  'search_start',
  {
    kind: text({ enum: ['pair', 'tag'] }).notNull(),
    sought: text().notNull(),
    firstName: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.kind, table.sought] })],
)
