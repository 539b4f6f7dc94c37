import { messageLocales } from '@highwater/core'
import { mentionStrategies } from '@highwater/core/person'
import type { ReceiveLimit, Subscription } from '@highwater/core/subscription'
import { sql } from 'drizzle-orm'
import {
  boolean,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import { channel } from './channel.ts'
import { idColumn, instantColumn } from './columns.ts'
import { department } from './department.ts'

/**
 * A push setting (C17). Channels and groups stand in `levels` by id: commands keep those that are
 * named from being deleted.
 */
export const subscription = pgTable(
  'subscription',
  {
    id: idColumn<'subscription'>().primaryKey(),
    name: text().notNull(),
    /** Null: of the whole installation. */
    departmentId: idColumn<'department'>().references(() => department.id),
    /** What the installation, or a department, has from its start; it can be narrowed, not deleted. */
    isDefault: boolean().notNull().default(false),
    enabled: boolean().notNull().default(true),
    scope: jsonb().$type<Subscription['scope']>().notNull(),
    levels: jsonb().$type<Subscription['levels']>().notNull(),
    /** Null: the installation's language of messages. */
    locale: text({ enum: messageLocales }),
    receiveLimit: jsonb().$type<ReceiveLimit>(),
    recoveryNotices: boolean().notNull().default(true),
    mention: text({ enum: mentionStrategies }).notNull().default('none'),
    /** Who hears of an alert that nobody acknowledges, soonest first. */
    escalation: jsonb().$type<Subscription['escalation']>().notNull().default([]),
    version: integer().notNull().default(1),
    createdAt: instantColumn().notNull(),
    deletedAt: instantColumn(),
  },
  (table) => [
    uniqueIndex('subscription_name').on(table.name).where(sql`deleted_at is null`),
    uniqueIndex('subscription_default')
      .on(table.isDefault)
      .where(sql`is_default and department_id is null`),
    uniqueIndex('subscription_default_of_department')
      .on(table.departmentId)
      .where(sql`is_default and deleted_at is null`),
  ],
)

/** How much a subscription has lately sent to a channel, for storms and receive limits. */
export const subscriptionFlow = pgTable(
  'subscription_flow',
  {
    subscriptionId: idColumn<'subscription'>()
      .notNull()
      .references(() => subscription.id),
    channelId: idColumn<'channel'>()
      .notNull()
      .references(() => channel.id),
    openings: instantColumn().array().notNull(),
    periodStart: instantColumn(),
    sent: integer().notNull().default(0),
  },
  (table) => [primaryKey({ columns: [table.subscriptionId, table.channelId] })],
)
