import { auditOperations, auditTargets, riskLevels } from '@highwater/core/audit'
import { sql } from 'drizzle-orm'
import { bigint, index, jsonb, pgTable, smallint, text } from 'drizzle-orm/pg-core'
import { idColumn, instantColumn } from './columns.ts'

/** The operation audit. Triggers let it grow and lose what retention has put under a checkpoint. */
export const auditEvent = pgTable(
  'audit_event',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    at: instantColumn().notNull(),
    actorType: text({ enum: ['user', 'token', 'system', 'anonymous'] }).notNull(),
    actorId: text(),
    actorName: text().notNull(),
    actorRole: text(),
    departmentId: idColumn<'department'>(),
    target: text({ enum: auditTargets }).notNull(),
    targetId: text(),
    targetName: text(),
    operation: text({ enum: auditOperations }).notNull(),
    action: text().notNull(),
    risk: text({ enum: riskLevels }).notNull(),
    result: text({ enum: ['succeeded', 'refused'] }).notNull(),
    reason: text(),
    ip: text(),
    userAgent: text(),
    requestId: text().notNull(),
    before: jsonb(),
    after: jsonb(),
    changes: jsonb().$type<{ path: string; before: unknown; after: unknown }[]>().notNull(),
    /** Its place in the chain; all four are null only of what was written before there was one. */
    lane: smallint(),
    position: bigint({ mode: 'number' }),
    sealKey: text(),
    /** Signs the entry together with the seal of the one before it in its lane. */
    seal: text(),
  },
  (table) => [
    index('audit_event_by_target').on(table.target, table.targetId, table.id),
    index('audit_event_of_target').on(table.target, table.id),
    index('audit_event_by_actor').on(table.actorId, table.id),
    index('audit_event_by_operation').on(table.operation, table.id),
    index('audit_event_by_role').on(table.actorRole, table.id),
    index('audit_event_urgent').on(table.id).where(sql`risk = 'urgent'`),
    index('audit_event_critical').on(table.id).where(sql`risk = 'critical'`),
    index('audit_event_refused').on(table.id).where(sql`result = 'refused'`),
    index('audit_event_search').using(
      'gin',
      sql`search_pairs(${table.actorName} || ' ' || coalesce(${table.targetName}, ''))`,
    ),
    index('audit_event_by_time').on(table.at, table.id),
  ],
)
