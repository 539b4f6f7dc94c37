import { pgTable, text } from 'drizzle-orm/pg-core'
import { instantColumn } from './columns.ts'

/**
 * Whether signals can reach us: each way in says so while it is open. A silence that began while it
 * was shut says nothing about the projects.
 */
export const ingestion = pgTable('ingestion', {
  origin: text({ enum: ['pushed', 'collected'] }).primaryKey(),
  /** Since when it has been open without a break. */
  since: instantColumn().notNull(),
  seenAt: instantColumn().notNull(),
})
