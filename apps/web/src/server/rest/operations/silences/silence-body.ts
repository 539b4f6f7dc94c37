import {
  dailyPeriodField,
  recurrenceFields,
  silenceName,
  silenceRemark,
  silenceScopeFields,
} from '@highwater/core/silence'
import { z } from 'zod'

const { projects, departments, tags, events, levels, exceptProjects } = silenceScopeFields
const time = z.iso.datetime({
  offset: true,
  error: 'Use an ISO 8601 time such as 2026-01-31T12:00:00Z.',
})

/** What it is about: every list that names something must fit. */
const scope = {
  projects: projects.describe('Ids; one of them must fit. Left out: all projects.'),
  departments: departments.describe('Ids; one of them must fit.'),
  tags: tags.describe('All of them must be there.'),
  events: events.describe('One of them must fit.'),
  levels: levels.describe('One of them must fit.'),
  exceptProjects: exceptProjects.describe('Ids of projects that it leaves alone.'),
}

const naming = { name: silenceName, remark: silenceRemark.nullable() }
const department = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .nullable()
  .optional()
  .describe('An id or a name; null for the whole installation. It cannot be changed later.')

const once = {
  from: time.optional().describe('Now, if it is left out.'),
  until: time,
  daily: dailyPeriodField
    .nullable()
    .optional()
    .describe(
      'Only in these hours of the day; they pass midnight when they end before they begin.',
    ),
}

const recurrence = {
  ...recurrenceFields,
  start: recurrenceFields.start.describe('The first day and the time of day, on the wall clock.'),
  rule: recurrenceFields.rule.describe('RFC 5545, by days, such as FREQ=WEEKLY;BYDAY=SA.'),
}

const optionalScope = z.strictObject(scope).partial().shape
const optionalNaming = { name: silenceName, remark: naming.remark.optional(), department }
const draftNaming = { name: z.string().optional(), remark: naming.remark.optional(), department }

export const silenceBody = z.strictObject({ ...optionalNaming, ...optionalScope, ...once })
export const windowBody = z.strictObject({ ...optionalNaming, ...optionalScope, ...recurrence })
export const silenceDraftBody = z.strictObject({ ...draftNaming, ...optionalScope, ...once })
export const windowDraftBody = z.strictObject({ ...draftNaming, ...optionalScope, ...recurrence })
export const silenceChanges = z.strictObject({ ...naming, ...scope, ...once }).partial()
export const windowChanges = z.strictObject({ ...naming, ...scope, ...recurrence }).partial()
