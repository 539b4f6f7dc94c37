import { stepStates } from '@highwater/core/project'
import { pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { idColumn, instantColumn } from './columns.ts'
import { project } from './project.ts'

/** The steps that a project has been in. Written only when a step is new or in another state. */
export const projectStep = pgTable(
  'project_step',
  {
    projectId: idColumn<'project'>()
      .notNull()
      .references(() => project.id, { onDelete: 'cascade' }),
    name: text().notNull(),
    state: text({ enum: stepStates }).notNull(),
    firstSeenAt: instantColumn().notNull(),
    /** Since when it has been in its state. */
    since: instantColumn().notNull(),
    updatedAt: instantColumn().notNull(),
  },
  (table) => [primaryKey({ columns: [table.projectId, table.name] })],
)
