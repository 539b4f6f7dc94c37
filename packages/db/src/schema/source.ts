import { sql } from 'drizzle-orm'
import {
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  smallint,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import { idColumn, instantColumn, millisColumn } from './columns.ts'
import { department } from './department.ts'

/** A collector: a system that is asked for its projects and their latency. */
export const source = pgTable(
  'source',
  {
    id: idColumn<'source'>().primaryKey(),
    name: text().notNull(),
    kind: text().notNull(),
    config: jsonb().$type<Record<string, unknown>>().notNull(),
    sealedSecrets: text().notNull(),
    departmentId: idColumn<'department'>()
      .notNull()
      .references(() => department.id),
    enabled: boolean().notNull().default(true),
    intervalSeconds: integer().notNull().default(10),
    nextCollectAt: instantColumn(),
    leaseUntil: instantColumn(),
    /** The worker that reads it at the moment. */
    leasedBy: text(),
    lastCollectedAt: instantColumn(),
    failingSince: instantColumn(),
    failures: integer().notNull().default(0),
    /** What the collector wants handed back next time; losing it costs precision, never truth. */
    memory: jsonb().$type<unknown>(),
    /** How far the source's clock is ahead of ours (S3). */
    clockAheadMs: millisColumn(),
    /** Which of its last five answers were ahead, one bit each. */
    clockMarks: smallint().notNull().default(0),
    lastFailure: jsonb().$type<{ reason: string; message: string }>(),
    version: integer().notNull().default(1),
    createdAt: instantColumn().notNull(),
    deletedAt: instantColumn(),
  },
  (table) => [
    uniqueIndex('source_name').on(table.name).where(sql`deleted_at is null`),
    index('source_due').on(table.nextCollectAt).where(sql`enabled and deleted_at is null`),
  ],
)
