import { sendingStatuses } from '@highwater/core/alert'
import { sql } from 'drizzle-orm'
import { index, pgTable, text } from 'drizzle-orm/pg-core'
import { alert } from './alert.ts'
import { idColumn, instantColumn } from './columns.ts'

/**
 * The sending status of each alert, in a row of its own: it changes with every delivery, and each
 * change of an alert's own row is paid in all of the indexes by which alerts are searched.
 */
export const alertSending = pgTable(
  'alert_sending',
  {
    alertId: idColumn<'alert'>()
      .primaryKey()
      .references(() => alert.id),
    status: text({ enum: sendingStatuses }).notNull(),
    /** Both as the alert has them, so that one index finds a status in the order of the lists. */
    openedAt: instantColumn().notNull(),
    closedAt: instantColumn(),
  },
  (table) => [
    index('alert_sending_by_status').on(table.status, table.openedAt, table.alertId),
    index('alert_sending_to_complete')
      .on(table.closedAt)
      .where(sql`status = 'successful' and closed_at is not null`),
  ],
)
