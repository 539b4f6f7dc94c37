import type { OnCallRota } from '@highwater/core/person'
import { protectionLevels } from '@highwater/core/policy'
import { sql } from 'drizzle-orm'
import { boolean, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { idColumn, instantColumn } from './columns.ts'

export const department = pgTable(
  'department',
  {
    id: idColumn<'department'>().primaryKey(),
    name: text().notNull().unique(),
    isDefault: boolean().notNull().default(false),
    defaultLevel: text({ enum: protectionLevels }).notNull().default('low'),
    /** Who is on call there; null for nobody. */
    onCall: jsonb().$type<OnCallRota>(),
    createdAt: instantColumn().notNull(),
  },
  (table) => [uniqueIndex('department_default').on(table.isDefault).where(sql`${table.isDefault}`)],
)
