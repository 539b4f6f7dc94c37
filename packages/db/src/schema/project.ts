import { protectionLevels } from '@highwater/core/policy'
import { projectKinds } from '@highwater/core/project'
import { sql } from 'drizzle-orm'
import {
  boolean,
  doublePrecision,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import { account } from './account.ts'
import { idColumn, instantColumn } from './columns.ts'
import { department } from './department.ts'
import { source } from './source.ts'

/** What people say about a project. What its signals say is in `project_state`, which is hot. */
export const project = pgTable(
  'project',
  {
    id: idColumn<'project'>().primaryKey(),
    name: text().notNull(),
    kind: text({ enum: projectKinds }).notNull(),
    externalKey: text(),
    departmentId: idColumn<'department'>()
      .notNull()
      .references(() => department.id),
    ownerId: idColumn<'user'>().references(() => account.id),
    level: text({ enum: protectionLevels }).notNull(),
    sourceType: text(),
    targetType: text(),
    tags: text().array().notNull().default([]),
    expectedIntervalSeconds: doublePrecision(),
    alertBeforeCatchUp: boolean().notNull().default(false),
    pingToken: text().notNull().unique(),
    /** The collector that found it; null for a project that is pushed. */
    sourceId: idColumn<'source'>().references(() => source.id),
    version: integer().notNull().default(1),
    createdAt: instantColumn().notNull(),
    deletedAt: instantColumn(),
    /** Since when people want no alerts of it, until when, and who said so and why. */
    watchPausedAt: instantColumn(),
    watchPausedUntil: instantColumn(),
    watchPausedByName: text(),
    watchPauseReason: text(),
    /** When a person last asked to watch it again: it may be behind for a while then. */
    watchResumedAt: instantColumn(),
    /** When a person said that it is over for good. */
    releasedAt: instantColumn(),
    /** Strictest first, as people sort by level. */
    levelRank: smallint()
      .notNull()
      .generatedAlwaysAs(
        sql`case level when 'high' then 0 when 'medium' then 1 when 'low' then 2 else 3 end`,
      ),
    /** What a search looks in; kept, for to lower a text costs more than to search it. */
    searchedText: text()
      .notNull()
      .generatedAlwaysAs(sql`lower(name || ' ' || coalesce(external_key, ''))`),
  },
  (table) => {
    const alive = sql`deleted_at is null`
    return [
      uniqueIndex('project_external_key').on(table.externalKey).where(alive),
      // With the searched text and the tags, so that a search along a sort reads its index alone.
      index('project_by_name')
        .on(table.name, table.id, table.searchedText, table.tags)
        .where(alive),
      index('project_by_created')
        .on(table.createdAt, table.id, table.searchedText, table.tags)
        .where(alive),
      index('project_by_kind').on(table.kind, table.name, table.id).where(alive),
      index('project_by_level')
        .on(table.levelRank, table.name, table.id, table.searchedText, table.tags)
        .where(alive),
      index('project_by_department').on(table.departmentId, table.name, table.id).where(alive),
      index('project_by_owner').on(table.ownerId, table.name, table.id).where(alive),
      index('project_not_watched')
        .on(table.name, table.id)
        .where(sql`watch_paused_at is not null and deleted_at is null`),
      // Whoever names a project that was deleted is told so.
      index('project_deleted_key').on(table.externalKey).where(sql`deleted_at is not null`),
      index('project_by_source').on(table.sourceId),
      index('project_by_tag').using('gin', table.tags),
      // Function of our own, made by a migration: pairs of neighbouring characters, in lower case.
      index('project_search').using('gin', sql`search_pairs(${table.searchedText})`),
    ]
  },
)

/** Those who look after a project beside its owner. */
export const projectMaintainer = pgTable(
  'project_maintainer',
  {
    projectId: idColumn<'project'>()
      .notNull()
      .references(() => project.id, { onDelete: 'cascade' }),
    userId: idColumn<'user'>()
      .notNull()
      .references(() => account.id, { onDelete: 'cascade' }),
  },
  (table) => [
    primaryKey({ columns: [table.projectId, table.userId] }),
    index('project_maintainer_user').on(table.userId),
  ],
)
