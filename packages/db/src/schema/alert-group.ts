import { sql } from 'drizzle-orm'
import { integer, pgTable, primaryKey, smallint, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { channel } from './channel.ts'
import { idColumn, instantColumn } from './columns.ts'
import { department } from './department.ts'

/** A named set of channels. */
export const alertGroup = pgTable(
  'alert_group',
  {
    id: idColumn<'alert-group'>().primaryKey(),
    name: text().notNull(),
    remark: text().notNull().default(''),
    /** Null: for the whole installation. */
    departmentId: idColumn<'department'>().references(() => department.id),
    version: integer().notNull().default(1),
    createdAt: instantColumn().notNull(),
    deletedAt: instantColumn(),
  },
  (table) => [uniqueIndex('alert_group_name').on(table.name).where(sql`deleted_at is null`)],
)

export const alertGroupMember = pgTable(
  'alert_group_member',
  {
    groupId: idColumn<'alert-group'>()
      .notNull()
      .references(() => alertGroup.id),
    channelId: idColumn<'channel'>()
      .notNull()
      .references(() => channel.id),
    position: smallint().notNull(),
  },
  (table) => [primaryKey({ columns: [table.groupId, table.channelId] })],
)
