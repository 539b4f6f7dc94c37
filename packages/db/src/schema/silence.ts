import type { DepartmentId, ProjectId } from '@highwater/core'
import type { AlertEvent } from '@highwater/core/alert'
import type { ProtectionLevel } from '@highwater/core/policy'
import { type SilenceSchedule, silenceKinds } from '@highwater/core/silence'
import { sql } from 'drizzle-orm'
import { index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { account } from './account.ts'
import { alert } from './alert.ts'
import { idColumn, instantColumn } from './columns.ts'
import { department } from './department.ts'

/** Why a silence will never hold anything again. */
export const silenceEnds = ['expired', 'ended_by_person'] as const

/** A silence or a maintenance window: the same rule, held once or again and again. */
export const silence = pgTable(
  'silence',
  {
    id: idColumn<'silence'>().primaryKey(),
    kind: text({ enum: silenceKinds }).notNull(),
    name: text().notNull(),
    remark: text(),
    /** Null for one that serves the whole installation. */
    departmentId: idColumn<'department'>().references(() => department.id),
    projectIds: uuid().array().$type<ProjectId[]>().notNull().default([]),
    departmentIds: uuid().array().$type<DepartmentId[]>().notNull().default([]),
    tags: text().array().notNull().default([]),
    events: text().array().$type<AlertEvent[]>().notNull().default([]),
    levels: text().array().$type<ProtectionLevel[]>().notNull().default([]),
    exceptProjectIds: uuid().array().$type<ProjectId[]>().notNull().default([]),
    schedule: jsonb().$type<SilenceSchedule>().notNull(),
    /** The stretch that holds now, or the next one; a worker moves it on when it is over. */
    spanFrom: instantColumn(),
    spanUntil: instantColumn(),
    /** When its maker is reminded that the present stretch ends; null when that is done or not due. */
    remindAt: instantColumn(),
    /** When a worker must look next; null when it will never hold anything again. */
    nextChangeAt: instantColumn(),
    endedAt: instantColumn(),
    endReason: text({ enum: silenceEnds }),
    endedByName: text(),
    createdBy: idColumn<'user'>().references(() => account.id),
    createdByName: text().notNull(),
    createdAt: instantColumn().notNull(),
    version: integer().notNull().default(1),
    deletedAt: instantColumn(),
  },
  (table) => {
    const alive = sql`deleted_at is null`
    return [
      index('silence_due').on(table.nextChangeAt).where(sql`next_change_at is not null`),
      index('silence_by_created').on(table.createdAt, table.id).where(alive),
      index('silence_search').using(
        'gin',
        sql`search_pairs(${table.name} || ' ' || coalesce(${table.remark}, ''))`,
      ),
    ]
  },
)

/**
 * An alert whose messages a silence holds or held back: who must hear when it ends. `releaseAt` is
 * set when the silence ends; whoever settles the alert then sets `releasedAt`, in one transaction
 * with what is told.
 */
export const silenceHold = pgTable(
  'silence_hold',
  {
    alertId: idColumn<'alert'>()
      .notNull()
      .references(() => alert.id),
    silenceId: idColumn<'silence'>()
      .notNull()
      .references(() => silence.id),
    since: instantColumn().notNull(),
    lastAt: instantColumn().notNull(),
    /** How often something was held back since then. */
    times: integer().notNull(),
    releaseAt: instantColumn(),
    releasedAt: instantColumn(),
  },
  (table) => [
    primaryKey({ columns: [table.alertId, table.silenceId] }),
    index('silence_hold_of_silence').on(table.silenceId).where(sql`released_at is null`),
    index('silence_hold_due')
      .on(table.releaseAt)
      .where(sql`release_at is not null and released_at is null`),
  ],
)
