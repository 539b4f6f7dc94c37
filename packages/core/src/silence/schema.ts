import { z } from 'zod'
import { alertEvents } from '../alert/event.ts'
import type { DepartmentId, ProjectId } from '../ids.ts'
import { isId } from '../ids.ts'
import { isPlainName, unseenInName } from '../plain-name.ts'
import { protectionLevels } from '../policy/level.ts'
import { tagName } from '../project/schema.ts'
import { isTimeZone, weekdays } from '../zoned-time.ts'

const eachOnce = (list: readonly unknown[]) => new Set(list).size === list.length
const once = 'Name each only once.'

const ids = <Id extends string>(max: number) =>
  z
    .array(
      z
        .string()
        .refine(isId, 'This is not an id.')
        .transform((id) => id as Id),
    )
    .max(max, `Name at most ${max}.`)
    .refine(eachOnce, once)

/** The longest lists of a silence; OCP allows eight labels. */
const mostProjects = 1_000
const mostTags = 8

/** What a silence is about; what is left out stands for everything. */
export const silenceScopeFields = {
  projects: ids<ProjectId>(mostProjects),
  departments: ids<DepartmentId>(100),
  tags: z.array(tagName).max(mostTags, `Name at most ${mostTags} tags.`).refine(eachOnce, once),
  events: z.array(z.enum(alertEvents)).refine(eachOnce, once),
  levels: z.array(z.enum(protectionLevels)).refine(eachOnce, once),
  exceptProjects: ids<ProjectId>(mostProjects),
}

const timeOfDay = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Use a time of day from 00:00 to 23:59.')

export const timeZoneField = z
  .string()
  .max(64)
  .refine(isTimeZone, 'Use the name of a time zone such as Asia/Shanghai.')

/** The hours of the day in which a silence holds. */
export const dailyPeriodField = z.strictObject({
  from: timeOfDay,
  until: timeOfDay,
  weekdays: z.array(z.enum(weekdays)).refine(eachOnce, once).default([]),
  timeZone: timeZoneField,
})

const wallTimeField = z
  .string()
  .regex(/^20\d{2}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d$/, {
    error: 'Use a day and time of the years 2000 to 2099, such as 2026-01-31T22:00.',
    abort: true,
  })
  .refine((text) => {
    const at = Date.parse(`${text}:00Z`)
    return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text)
  }, 'There is no such day.')

const shortestWindow = 5
const longestWindow = 7 * 24 * 60

/** The schedule of a maintenance window. Whether its rule makes sense is for `recurrenceFault`. */
export const recurrenceFields = {
  start: wallTimeField,
  timeZone: timeZoneField,
  durationMinutes: z
    .int('Use whole minutes.')
    .min(shortestWindow, `Use at least ${shortestWindow} minutes.`)
    .max(longestWindow, 'Use at most 7 days.'),
  rule: z
    .string()
    .min(1, 'Say when the window comes again.')
    .max(500, 'Use at most 500 characters.'),
}

export const silenceName = z
  .string()
  .trim()
  .min(1, 'Give it a name.')
  .max(100, 'Use at most 100 characters.')
  .refine(isPlainName, unseenInName)

export const silenceRemark = z.string().trim().max(1_000, 'Use at most 1000 characters.')
