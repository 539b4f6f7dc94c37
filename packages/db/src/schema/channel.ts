import { sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import { idColumn, instantColumn } from './columns.ts'
import { department } from './department.ts'

export const channelHealths = ['untried', 'working', 'needs_attention'] as const

/** A configured destination of messages. */
export const channel = pgTable(
  'channel',
  {
    id: idColumn<'channel'>().primaryKey(),
    name: text().notNull(),
    kind: text().notNull(),
    config: jsonb().$type<Record<string, unknown>>().notNull(),
    sealedSecrets: text().notNull(),
    /** Which secrets are set: all that anybody outside the worker ever learns of them. */
    secretNames: text().array().notNull(),
    enabled: boolean().notNull().default(true),
    /** Null: the channel serves the whole installation. */
    departmentId: idColumn<'department'>().references(() => department.id),
    fallbackChannelId: idColumn<'channel'>().references((): AnyPgColumn => channel.id),
    aggregation: jsonb().$type<Record<string, unknown>>(),
    /** Names the robot whose budget it spends: two channels of one robot share it. */
    budgetKey: text().notNull(),
    /** Of exactly this kind, configuration and secrets: a delivered test vouches for nothing else. */
    fingerprint: text().notNull(),
    testedAt: instantColumn(),
    health: text({ enum: channelHealths }).notNull().default('untried'),
    healthReason: text(),
    lastDeliveredAt: instantColumn(),
    lastFailedAt: instantColumn(),
    /** How often sending has failed in a row, throttling aside, and since when. */
    failures: integer().notNull().default(0),
    failingSince: instantColumn(),
    /** When its standing must be looked at next. */
    dueAt: instantColumn(),
    version: integer().notNull().default(1),
    createdAt: instantColumn().notNull(),
    deletedAt: instantColumn(),
  },
  (table) => [
    uniqueIndex('channel_name').on(table.name).where(sql`deleted_at is null`),
    index('channel_due').on(table.dueAt).where(sql`due_at is not null`),
    check('channel_name_length', sql`char_length(name) between 1 and 50`),
  ],
)

/** When messages were last sent to a robot, and until when it refuses more. Shared by all workers. */
export const channelBucket = pgTable('channel_bucket', {
  key: text().primaryKey(),
  sentAt: instantColumn().array().notNull(),
  blockedUntil: instantColumn(),
})

/** A "Test connection": a sealed draft, sent by the worker through the path of real alerts. */
export const channelTest = pgTable('channel_test', {
  id: idColumn<'channel-test'>().primaryKey(),
  channelId: idColumn<'channel'>(),
  channelName: text().notNull(),
  kind: text().notNull(),
  config: jsonb().$type<Record<string, unknown>>().notNull(),
  sealedSecrets: text().notNull(),
  fingerprint: text().notNull(),
  budgetKey: text().notNull(),
  requestedBy: idColumn<'user'>(),
  requestedByName: text().notNull(),
  createdAt: instantColumn().notNull(),
  deliveredAt: instantColumn(),
})
