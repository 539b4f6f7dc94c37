import type { OnCallRota } from '@highwater/core/person'
import { protectionLevels } from '@highwater/core/policy'
import { sql } from 'drizzle-orm'
import { boolean, integer, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { idColumn, instantColumn } from './columns.ts'

export const department = pgTable(
  'department',
  {
    id: idColumn<'department'>().primaryKey(),
    name: text().notNull(),
    isDefault: boolean().notNull().default(false),
    defaultLevel: text({ enum: protectionLevels }).notNull().default('low'),
    /** Who is on call there; null for nobody. */
    onCall: jsonb().$type<OnCallRota>(),
    version: integer().notNull().default(1),
    createdAt: instantColumn().notNull(),
    /** A deleted department keeps its row: closed alerts and deleted projects stay in it, unseen. */
    deletedAt: instantColumn(),
  },
  (table) => [
    uniqueIndex('department_default').on(table.isDefault).where(sql`${table.isDefault}`),
    uniqueIndex('department_name').on(table.name).where(sql`deleted_at is null`),
  ],
)
