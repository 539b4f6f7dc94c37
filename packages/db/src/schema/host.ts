import { sql } from 'drizzle-orm'
import { boolean, doublePrecision, index, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { idColumn, instantColumn } from './columns.ts'

/** A machine that reports that it lives and how full it is, Highwater's own nodes included. */
export const host = pgTable(
  'host',
  {
    id: idColumn<'host'>().primaryKey(),
    name: text().notNull(),
    /** One of Highwater's own nodes: its processes report it. */
    isOwn: boolean().notNull().default(false),
    /** Fractions from 0 to 1 as last reported; null where it does not say. */
    cpu: doublePrecision(),
    memory: doublePrecision(),
    disk: doublePrecision(),
    firstSeenAt: instantColumn().notNull(),
    lastSeenAt: instantColumn().notNull(),
    /** Since when one of the figures has been over its limit. */
    overLimitSince: instantColumn(),
    /** Its processes have said goodbye: until they report again, silence is expected. */
    stoppedAt: instantColumn(),
    /** When time alone may next move one of its alerts. */
    dueAt: instantColumn(),
    deletedAt: instantColumn(),
  },
  (table) => [
    uniqueIndex('host_name').on(table.name).where(sql`deleted_at is null`),
    index('host_due').on(table.dueAt).where(sql`due_at is not null and deleted_at is null`),
  ],
)
