import { protectionLevels } from '@highwater/core/policy'
import { sql } from 'drizzle-orm'
import { check, index, integer, pgTable, text, unique } from 'drizzle-orm/pg-core'
import { idColumn, instantColumn } from './columns.ts'
import { department } from './department.ts'

/** "Projects with this tag of this department start at this level"; the lowest position is first. */
export const levelRule = pgTable(
  'level_rule',
  {
    id: idColumn<'level-rule'>().primaryKey(),
    position: integer().notNull(),
    departmentId: idColumn<'department'>().references(() => department.id),
    tag: text(),
    level: text({ enum: protectionLevels }).notNull(),
    version: integer().notNull().default(1),
    createdAt: instantColumn().notNull(),
  },
  (table) => [
    unique('level_rule_of_each').on(table.departmentId, table.tag).nullsNotDistinct(),
    check('level_rule_says_for_what', sql`department_id is not null or tag is not null`),
    index('level_rule_by_position').on(table.position),
  ],
)
