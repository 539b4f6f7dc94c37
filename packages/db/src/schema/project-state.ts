import { projectStates, stepStates } from '@highwater/core/project'
import { sql } from 'drizzle-orm'
import { boolean, index, integer, pgTable, smallint, text } from 'drizzle-orm/pg-core'
import { idColumn, instantColumn, millisColumn } from './columns.ts'
import { project } from './project.ts'

/**
 * What the signals of a project add up to: one row, updated by every signal. A column that every
 * signal changes must not be indexed: that would cost the update its HOT path and half its rate.
 */
export const projectState = pgTable(
  'project_state',
  {
    projectId: idColumn<'project'>()
      .primaryKey()
      .references(() => project.id, { onDelete: 'cascade' }),
    state: text({ enum: projectStates }).notNull(),
    incremental: boolean().notNull(),
    step: text(),
    /** What that step was last said to be doing; the other steps are in `project_step`. */
    stepState: text({ enum: stepStates }),
    latencyMs: millisColumn(),
    positionAt: instantColumn(),
    latencyObservedAt: instantColumn(),
    /** Both empty of projects whose signals all bring a latency: those have nothing more to write. */
    latencyHeardAt: instantColumn(),
    latencyGapMs: millisColumn(),
    caughtUpAt: instantColumn(),
    interruptedSince: instantColumn(),
    pausedSince: instantColumn(),
    resumedAt: instantColumn(),
    lastSignalAt: instantColumn(),
    usualIntervalMs: millisColumn(),
    message: text(),
    /** How far ahead the source's clock was, where that was worth a flag. */
    clockAheadMs: millisColumn(),
    /** Which of the last five observations were ahead, one bit each. */
    clockMarks: smallint().notNull().default(0),
    /** Since when, and when last, its position moved though it was said to be stopped. */
    advancingSince: instantColumn(),
    advancedAt: instantColumn(),
    /** The newest accepted observation: of what is pushed, and of what the collector brings. */
    pushedWatermark: instantColumn(),
    collectedWatermark: instantColumn(),
    openAlerts: smallint().notNull().default(0),
    /** Breaches that a person closed and that have not ended: they too need a look at every signal. */
    dismissedAlerts: smallint().notNull().default(0),
    /** When time alone may next move an alert: never later than the truth, sometimes earlier. */
    dueAt: instantColumn(),
    evaluatedAt: instantColumn(),
    version: integer().notNull().default(0),
  },
  (table) => [
    index('project_state_due').on(table.dueAt).where(sql`due_at is not null`),
    index('project_state_by_state').on(table.state),
    index('project_state_alerting').on(table.openAlerts).where(sql`open_alerts > 0`),
  ],
)
