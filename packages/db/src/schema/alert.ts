import type { Instant } from '@highwater/core'
import {
  alertEvents,
  alertScopes,
  alertStates,
  conditions,
  type Particulars,
  timelineTypes,
} from '@highwater/core/alert'
import { closeReasons } from '@highwater/core/notify'
import { protectionLevels } from '@highwater/core/policy'
import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import { account } from './account.ts'
import { channel } from './channel.ts'
import { idColumn, instantColumn, millisColumn } from './columns.ts'
import { department } from './department.ts'
import { host } from './host.ts'
import { project } from './project.ts'
import { source } from './source.ts'

/** One episode of one event, from opening to closing. */
export const alert = pgTable(
  'alert',
  {
    id: idColumn<'alert'>().primaryKey(),
    number: bigint({ mode: 'number' }).generatedAlwaysAsIdentity(),
    scope: text({ enum: alertScopes }).notNull(),
    event: text({ enum: alertEvents }).notNull(),
    condition: text({ enum: conditions }),
    severity: text({ enum: ['critical', 'warning', 'info'] }).notNull(),
    projectId: idColumn<'project'>().references(() => project.id),
    sourceId: idColumn<'source'>().references(() => source.id),
    hostId: idColumn<'host'>().references(() => host.id),
    channelId: idColumn<'channel'>().references(() => channel.id),
    departmentId: idColumn<'department'>()
      .notNull()
      .references(() => department.id),
    /** The project's or source's name when it opened. */
    subject: text().notNull(),
    level: text({ enum: protectionLevels }).notNull(),
    state: text({ enum: alertStates }).notNull(),
    /** When the breach began, by the source's account; `openedAt` is when it was detected. */
    since: instantColumn().notNull(),
    openedAt: instantColumn().notNull(),
    firesAt: instantColumn(),
    firedAt: instantColumn(),
    recoveringSince: instantColumn(),
    resolvesAt: instantColumn(),
    nextNotifyAt: instantColumn(),
    closedAt: instantColumn(),
    closeReason: text({ enum: closeReasons }),
    observedMs: millisColumn(),
    thresholdMs: millisColumn().notNull(),
    peakMs: millisColumn(),
    repeats: integer().notNull().default(0),
    reopened: integer().notNull().default(0),
    stale: boolean().notNull().default(false),
    detail: text(),
    /** What some events say beside a length of time: the figures of a host, who took over, a gap. */
    particulars: jsonb().$type<Particulars>(),
    acknowledgedBy: idColumn<'user'>().references(() => account.id),
    acknowledgedByName: text(),
    acknowledgedAt: instantColumn(),
    acknowledgedUntil: instantColumn(),
    snoozedUntil: instantColumn(),
    snoozedByName: text(),
    assigneeId: idColumn<'user'>().references(() => account.id),
    assigneeName: text(),
    /** Since when it waits for somebody to acknowledge it: it fired, or an acknowledgement ended. */
    escalationFrom: instantColumn(),
    /** Every step of escalation up to so many minutes has been taken since then. */
    escalatedMinutes: integer().notNull().default(0),
    /** When to look at its escalation again; null when nothing is to come. */
    escalatesAt: instantColumn(),
    /** When it last turned between firing and recovering, oldest first, no more than are counted. */
    turnedAt: jsonb().$type<readonly Instant[]>().notNull().default([]),
    flappingSince: instantColumn(),
    /** How much later than it was due it was found, after an outage of ours. */
    detectedLateMs: millisColumn(),
    closedByName: text(),
    closeNote: text(),
    /** Closed by a person while its breach stood, which is not told again until then. */
    dismissedUntil: instantColumn(),
    policyVersion: integer(),
  },
  (table) => [
    uniqueIndex('alert_open_of_project')
      .on(table.projectId, table.event)
      .where(sql`closed_at is null and project_id is not null`),
    uniqueIndex('alert_open_of_source')
      .on(table.sourceId, table.event)
      .where(sql`closed_at is null and source_id is not null`),
    uniqueIndex('alert_open_of_host')
      .on(table.hostId, table.event)
      .where(sql`closed_at is null and host_id is not null`),
    uniqueIndex('alert_open_of_channel')
      .on(table.channelId, table.event)
      .where(sql`closed_at is null and channel_id is not null`),
    uniqueIndex('alert_open_of_installation')
      .on(table.event)
      .where(
        sql`closed_at is null and project_id is null and source_id is null and host_id is null and channel_id is null`,
      ),
    // A thing that turns bad again soon after its recovery has its last alert back.
    index('alert_closed_of_thing')
      .on(sql`coalesce(host_id, source_id, channel_id)`, table.closedAt)
      .where(sql`closed_at is not null and project_id is null`),
    index('alert_dismissed').on(table.id).where(sql`dismissed_until is not null`),
    index('alert_escalates').on(table.escalatesAt).where(sql`escalates_at is not null`),
    uniqueIndex('alert_number').on(table.number),
    index('alert_open').on(table.openedAt, table.id).where(sql`closed_at is null`),
    index('alert_newest').on(table.openedAt, table.id),
    index('alert_by_opened').on(table.scope, table.openedAt, table.id),
    index('alert_of_project').on(table.projectId, table.openedAt, table.id),
    index('alert_by_event').on(table.event, table.openedAt, table.id),
    index('alert_by_level').on(table.level, table.openedAt, table.id),
    index('alert_search').using(
      'gin',
      sql`search_pairs(${table.subject} || ' ' || coalesce(${table.detail}, ''))`,
    ),
    index('alert_by_department').on(table.departmentId, table.openedAt, table.id),
  ],
)

/** The timeline of an alert: every transition, action and hold, in order; append-only. */
export const alertEvent = pgTable(
  'alert_event',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    alertId: idColumn<'alert'>()
      .notNull()
      .references(() => alert.id),
    at: instantColumn().notNull(),
    type: text({ enum: timelineTypes }).notNull(),
    reason: text(),
    observedMs: millisColumn(),
    thresholdMs: millisColumn(),
    level: text({ enum: protectionLevels }),
    policyVersion: integer(),
    actorId: idColumn<'user'>(),
    actorName: text(),
    detail: jsonb().$type<Record<string, unknown>>(),
  },
  (table) => [index('alert_event_of_alert').on(table.alertId, table.id)],
)
