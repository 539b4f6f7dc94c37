import { messageLocales } from '@highwater/core'
import { type AggregationGroup, digestReasons } from '@highwater/core/notify'
import { sql } from 'drizzle-orm'
import { bigint, index, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { alert } from './alert.ts'
import { channel } from './channel.ts'
import { idColumn, instantColumn } from './columns.ts'
import { subscription } from './subscription.ts'

/**
 * One message in place of many. It gathers, as the notifications that name it, what was held back,
 * until `dueAt`; then one notification of kind `digest` tells of them all.
 */
export const digest = pgTable(
  'digest',
  {
    id: idColumn<'digest'>().primaryKey(),
    number: bigint({ mode: 'number' }).generatedAlwaysAsIdentity(),
    /** Null where it names what waited for the channel, whoever wanted it. */
    subscriptionId: idColumn<'subscription'>().references(() => subscription.id),
    channelId: idColumn<'channel'>()
      .notNull()
      .references(() => channel.id),
    why: text({ enum: digestReasons }).notNull(),
    /** The alert about the gap in which all that it names came and went, where that is why. */
    gapAlertId: idColumn<'alert'>().references(() => alert.id),
    /** Which of the channel's groups it gathers, where alike alerts become one message. */
    groupKey: text().notNull().default(''),
    group: jsonb().$type<AggregationGroup>(),
    locale: text({ enum: messageLocales }).notNull(),
    openedAt: instantColumn().notNull(),
    dueAt: instantColumn().notNull(),
    closedAt: instantColumn(),
  },
  (table) => [
    uniqueIndex('digest_gathering')
      .on(table.subscriptionId, table.channelId, table.why)
      .where(sql`closed_at is null and subscription_id is not null`),
    uniqueIndex('digest_gathering_group')
      .on(table.channelId, table.why, table.groupKey)
      .where(sql`closed_at is null and subscription_id is null`),
    uniqueIndex('digest_number').on(table.number),
    index('digest_due').on(table.dueAt).where(sql`closed_at is null`),
  ],
)
