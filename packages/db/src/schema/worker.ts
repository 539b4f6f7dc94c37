import { integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core'
import { instantColumn, millisColumn } from './columns.ts'

/** A running worker process; its heartbeat tells the others and the system page that it lives. */
export const worker = pgTable('worker', {
  id: text().primaryKey(),
  host: text().notNull(),
  version: text().notNull(),
  /** The ids of the keys that it can open secrets with, newest first. */
  secretKeys: text().array().notNull().default([]),
  /** The kinds of channel that it cannot send through, as its operator has not set them up. */
  kindsOff: text().array().notNull().default([]),
  /** By how much its machine's clock is ahead of the database's; null before it has compared them. */
  clockOffsetMs: millisColumn(),
  startedAt: instantColumn().notNull(),
  seenAt: instantColumn().notNull(),
})

/** The last run of each cycle, by whichever worker ran it. */
export const cycleRun = pgTable('cycle_run', {
  name: text().primaryKey(),
  worker: text().notNull(),
  startedAt: instantColumn().notNull(),
  /** When it last ran without failure. */
  succeededAt: instantColumn(),
  durationMs: millisColumn().notNull(),
  taken: integer().notNull(),
  report: jsonb().$type<Record<string, number>>().notNull(),
  failure: text(),
})
