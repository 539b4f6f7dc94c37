import { index, pgTable, primaryKey, smallint, text } from 'drizzle-orm/pg-core'
import { idColumn, instantColumn } from './columns.ts'
import { project } from './project.ts'

/**
 * The living projects of a tag in the order of every sort, which an inverted index of tags does not
 * know. Triggers of a migration keep it; it repeats of `project` what is sorted by.
 */
export const projectTag = pgTable(
  'project_tag',
  {
    projectId: idColumn<'project'>()
      .notNull()
      .references(() => project.id, { onDelete: 'cascade' }),
    tag: text().notNull(),
    name: text().notNull(),
    levelRank: smallint().notNull(),
    createdAt: instantColumn().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.projectId, table.tag] }),
    index('project_tag_by_name').on(table.tag, table.name, table.projectId),
    index('project_tag_by_level').on(table.tag, table.levelRank, table.name, table.projectId),
    index('project_tag_by_created').on(table.tag, table.createdAt, table.projectId),
  ],
)
