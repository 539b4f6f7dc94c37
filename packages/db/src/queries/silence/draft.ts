import { AppError, hours, type InputFault, type Instant, plus, toIso } from '@highwater/core'
import {
  type DailyPeriod,
  dailyPeriodField,
  type Recurrence,
  recurrenceFault,
  type SilenceSchedule,
  silenceName,
  silenceRemark,
  silenceScopeFields,
  spanOf,
} from '@highwater/core/silence'
import { instantInput, referenceInput } from '../inputs.ts'

/** What a silence is about, where nothing need be named. */
export const scopeDraftFields = {
  projects: silenceScopeFields.projects.default([]),
  departments: silenceScopeFields.departments.default([]),
  tags: silenceScopeFields.tags.default([]),
  events: silenceScopeFields.events.default([]),
  levels: silenceScopeFields.levels.default([]),
  exceptProjects: silenceScopeFields.exceptProjects.default([]),
}

export const onceFields = {
  /** Now, if it is left out. */
  from: instantInput.optional(),
  until: instantInput,
  daily: dailyPeriodField.nullable().optional(),
}

/** What both kinds have beside their scope and their schedule. */
export const namingFields = {
  name: silenceName,
  remark: silenceRemark.nullable().optional(),
  /** An id or a name; null for one that serves the whole installation. */
  department: referenceInput.nullable().optional(),
}

const refuse = (fault: InputFault): AppError =>
  new AppError('invalid_input', `${fault.path}: ${fault.message}`, { faults: [fault] })

const longestSilence = hours(366 * 24)

function onceFault(schedule: SilenceSchedule & { type: 'once' }, now: Instant): InputFault | null {
  const { from, until } = schedule
  if (until <= now) {
    return { path: 'until', message: `Choose a time to come: it is ${toIso(now)} now.` }
  }
  if (until <= from) return { path: 'until', message: 'Choose an end after the beginning.' }
  if (until > plus(from, longestSilence)) {
    return { path: 'until', message: 'A silence lasts at most 366 days.' }
  }
  if (spanOf(schedule, now) !== null) return null
  return { path: 'daily', message: 'None of these hours lies between the beginning and the end.' }
}

interface OnceDraft {
  readonly from?: Instant | undefined
  readonly until: Instant
  readonly daily?: DailyPeriod | null | undefined
}

/** @throws AppError `invalid_input` for a silence that would never hold anything */
export function onceSchedule(draft: OnceDraft, now: Instant): SilenceSchedule {
  const { from = now, until, daily = null } = draft
  const schedule = { type: 'once' as const, from, until, daily }
  const fault = onceFault(schedule, now)
  if (fault !== null) throw refuse(fault)
  return schedule
}

/** @throws AppError `invalid_input` for a rule that says nothing, or windows that run together */
export function recurringSchedule(draft: Recurrence, now: Instant): SilenceSchedule {
  const { start, timeZone, durationMinutes, rule } = draft
  const recurrence = { start, timeZone, durationMinutes, rule }
  const fault = recurrenceFault(recurrence, now)
  if (fault !== null) throw refuse(fault)
  return { type: 'recurring', ...recurrence }
}
