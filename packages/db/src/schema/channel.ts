import type { AttemptTrace } from '@highwater/core/delivery'
import type { Aggregation } from '@highwater/core/notify'
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
import { account } from './account.ts'
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
    /** Channels of its kind are not switched off for its department or for everybody. */
    kindAllowed: boolean().notNull().default(true),
    /** Null: the channel serves the whole installation. */
    departmentId: idColumn<'department'>().references(() => department.id),
    /**
     * The person whose own it is: one of each kind, in no list of channels. Their mailbox has no
     * settings; it is sent to through the channel that the installation names for mail to people.
     */
    personId: idColumn<'user'>().references(() => account.id),
    fallbackChannelId: idColumn<'channel'>().references((): AnyPgColumn => channel.id),
    /** Null: every message goes out by itself. */
    aggregation: jsonb().$type<Aggregation>(),
    /** How many messages its provider takes in a calendar month; null where it does not count. */
    monthlyQuota: integer(),
    /** Names the robot whose budget it spends: two channels of one robot share it. */
    budgetKey: text().notNull(),
    /** Of exactly this kind, configuration and secrets: a delivered test vouches for nothing else. */
    fingerprint: text().notNull(),
    testedAt: instantColumn(),
    health: text({ enum: channelHealths }).notNull().default('untried'),
    healthReason: text(),
    /** The recipients that its last message did not reach, though it was taken; empty once one reached all. */
    refused: text().array().notNull().default([]),
    lastDeliveredAt: instantColumn(),
    lastFailedAt: instantColumn(),
    /** How often sending has failed in a row, throttling aside, and since when. */
    failures: integer().notNull().default(0),
    failingSince: instantColumn(),
    /** Since when it is cut off, but for one probe at a time; null while it is not. */
    breakerOpenedAt: instantColumn(),
    /** No probe before then. A claimed probe pushes it on by its lease, so that it stays alone. */
    probeAt: instantColumn(),
    /** How many probes have failed since it was cut off. */
    probes: integer().notNull().default(0),
    /** It delivers again, and what has waited since then is yet to be put in order. */
    catchUpSince: instantColumn(),
    /** When its standing must be looked at next. */
    dueAt: instantColumn(),
    version: integer().notNull().default(1),
    createdAt: instantColumn().notNull(),
    deletedAt: instantColumn(),
  },
  (table) => [
    uniqueIndex('channel_name').on(table.name).where(sql`deleted_at is null and person_id is null`),
    uniqueIndex('channel_of_person')
      .on(table.personId, table.kind)
      .where(sql`person_id is not null and deleted_at is null`),
    index('channel_due').on(table.dueAt).where(sql`due_at is not null`),
    index('channel_quota_of_robot').on(table.budgetKey).where(sql`monthly_quota is not null`),
    check('channel_monthly_quota', sql`monthly_quota > 0`),
    check('channel_name_length', sql`char_length(name) between 1 and 50`),
  ],
)

/** When messages were last sent to a robot, and until when it refuses more. Shared by all workers. */
export const channelBucket = pgTable('channel_bucket', {
  key: text().primaryKey(),
  sentAt: instantColumn().array().notNull(),
  blockedUntil: instantColumn(),
  /** Before these nothing can be sent, or nothing but first messages of high alerts. */
  opensAt: instantColumn(),
  opensForAllAt: instantColumn(),
  /** The calendar month that is counted, as its first instant, and what was sent in it. */
  monthStart: instantColumn(),
  monthSent: integer().notNull().default(0),
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
  /** The draft of a cluster that is tested itself, in place of the one that `config` names. */
  cluster: jsonb().$type<{ config: Record<string, unknown>; sealedSecrets: string }>(),
  requestedBy: idColumn<'user'>(),
  requestedByName: text().notNull(),
  createdAt: instantColumn().notNull(),
  deliveredAt: instantColumn(),
  /** The steps of the attempt, as far as it has come. */
  trace: jsonb().$type<AttemptTrace>(),
})
