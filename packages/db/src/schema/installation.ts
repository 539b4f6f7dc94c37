import { messageLocales } from '@highwater/core'
import { sql } from 'drizzle-orm'
import { check, pgTable, smallint, text } from 'drizzle-orm/pg-core'
import { channel } from './channel.ts'
import { idColumn, instantColumn } from './columns.ts'

/** What holds for the whole installation: one row. */
export const installation = pgTable(
  'installation',
  {
    id: smallint().primaryKey(),
    /** The language of messages that go to channels. */
    messageLocale: text({ enum: messageLocales }).notNull(),
    /** In which messages write their times; the first start names it, null stands for UTC. */
    messageTimeZone: text(),
    /** Carries the mail to people at their own addresses; null for no such mail. */
    mailChannelId: idColumn<'channel'>().references(() => channel.id),
    createdAt: instantColumn().notNull(),
  },
  () => [check('installation_is_one', sql`id = 1`)],
)
