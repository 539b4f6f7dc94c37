import { pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { account } from './account.ts'
import { idColumn, instantColumn } from './columns.ts'
import { department } from './department.ts'

/** A kind of channel that is switched off, for everybody or for one department. */
export const channelKindSwitch = pgTable(
  'channel_kind_switch',
  {
    id: uuid().primaryKey(),
    kind: text().notNull(),
    /** Null: for everybody. */
    departmentId: idColumn<'department'>().references(() => department.id),
    /** What the reader of a refusal is told. */
    note: text().notNull(),
    switchedOffAt: instantColumn().notNull(),
    switchedOffBy: idColumn<'user'>().references(() => account.id),
    switchedOffByName: text().notNull(),
  },
  (table) => [
    unique('channel_kind_switch_of_each').on(table.kind, table.departmentId).nullsNotDistinct(),
  ],
)
