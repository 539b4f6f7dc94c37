import { messageLocales } from '@highwater/core'
import { type MessageTemplate, messageKinds } from '@highwater/core/notify'
import { integer, jsonb, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core'
import { account } from './account.ts'
import { channel } from './channel.ts'
import { idColumn, instantColumn } from './columns.ts'

/** How a version came about; `reset` went back to the words that held before there was a template. */
export const templateOrigins = ['edit', 'restore', 'reset'] as const
export type TemplateOrigin = (typeof templateOrigins)[number]

/** What messages of a kind and language say, everywhere or through one channel. */
export const messageTemplate = pgTable(
  'message_template',
  {
    id: idColumn<'message-template'>().primaryKey(),
    kind: text({ enum: messageKinds }).notNull(),
    locale: text({ enum: messageLocales }).notNull(),
    /** Null: for every channel that has no template of its own. */
    channelId: idColumn<'channel'>().references(() => channel.id),
    version: integer().notNull(),
    /** Null: it was reset, and the next wider words hold. */
    content: jsonb().$type<MessageTemplate>(),
    changedAt: instantColumn().notNull(),
  },
  (table) => [
    unique('message_template_of_each')
      .on(table.channelId, table.kind, table.locale)
      .nullsNotDistinct(),
  ],
)

/** Every version of a template; the newest is in force. */
export const messageTemplateVersion = pgTable(
  'message_template_version',
  {
    templateId: idColumn<'message-template'>()
      .notNull()
      .references(() => messageTemplate.id),
    version: integer().notNull(),
    content: jsonb().$type<MessageTemplate>(),
    createdAt: instantColumn().notNull(),
    createdBy: idColumn<'user'>().references(() => account.id),
    createdByName: text().notNull(),
    origin: text({ enum: templateOrigins }).notNull(),
    /** The version whose words were brought back. */
    restoredFrom: integer(),
  },
  (table) => [primaryKey({ columns: [table.templateId, table.version] })],
)
