import { index, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { instantColumn } from './columns.ts'

/**
 * What senders came to know beside their settings, such as the access token of an application: shared
 * by all workers, so that one of them asks for it.
 */
export const remembered = pgTable(
  'remembered',
  {
    /** Made of what it belongs to. */
    key: uuid().primaryKey(),
    /** Null while it is being found out for the first time. */
    sealedText: text(),
    /** When it is good for nothing any more. */
    until: instantColumn(),
    /** Until then one worker finds it out, and the others wait. */
    soughtUntil: instantColumn(),
  },
  (table) => [index('remembered_until').on(table.until)],
)
