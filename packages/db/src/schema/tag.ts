import { pgTable, text } from 'drizzle-orm/pg-core'
import { instantColumn } from './columns.ts'

/** The tags that there are; which project has which stands with the projects. */
export const tag = pgTable('tag', {
  name: text().primaryKey(),
  createdAt: instantColumn().notNull(),
})
