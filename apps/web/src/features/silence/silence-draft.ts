import {
  type DepartmentId,
  type Instant,
  instantOfWallTime,
  type ProjectId,
  parseWallTime,
  type Weekday,
  weekdays,
} from '@highwater/core'
import { type AlertEvent, alertEvents } from '@highwater/core/alert'
import { type ProtectionLevel, protectionLevels } from '@highwater/core/policy'
import { parseDurationText } from '~/ui/duration-text.ts'

const textOf = (form: FormData, name: string): string => String(form.get(name) ?? '').trim()
const textsOf = (form: FormData, name: string): string[] =>
  form.getAll(name).flatMap((value) => (typeof value === 'string' && value !== '' ? [value] : []))

const chosen = <Value extends string>(form: FormData, name: string, known: readonly Value[]) =>
  known.filter((value) => textsOf(form, name).includes(value))

export const isWindow = (form: FormData): boolean => textOf(form, 'kind') === 'maintenance'

/** Whether a form says so much that it can be asked what it would do. */
export const saysWhen = (form: FormData): boolean =>
  (isWindow(form) ? ['start', 'durationMinutes'] : ['until']).every(
    (name) => textOf(form, name) !== '',
  )

/** What is silenced, as a form says it. */
const scopeOf = (form: FormData) => ({
  projects: textsOf(form, 'projects') as ProjectId[],
  exceptProjects: textsOf(form, 'exceptProjects') as ProjectId[],
  departments: textsOf(form, 'departments') as DepartmentId[],
  tags: textOf(form, 'tags')
    .split(/[\s,，、]+/)
    .filter((tag) => tag !== ''),
  events: chosen<AlertEvent>(form, 'events', alertEvents),
  levels: chosen<ProtectionLevel>(form, 'levels', protectionLevels),
})

/** A time typed on the wall clock of the reader's zone; undefined where nothing was typed. */
function instantOf(form: FormData, name: string): Instant | undefined {
  const text = textOf(form, name).slice(0, 16)
  return text === '' ? undefined : instantOfWallTime(parseWallTime(text), textOf(form, 'timeZone'))
}

const weekdaysOf = (form: FormData): Weekday[] => chosen(form, 'weekdays', weekdays)

const dailyOf = (form: FormData) =>
  form.get('daily') === null
    ? null
    : {
        from: textOf(form, 'dailyFrom'),
        until: textOf(form, 'dailyUntil'),
        weekdays: weekdaysOf(form),
        timeZone: textOf(form, 'timeZone'),
      }

function ruleOf(form: FormData): string {
  switch (textOf(form, 'repeat')) {
    case 'daily':
      return 'FREQ=DAILY'
    case 'weekly': {
      const days = weekdaysOf(form)
      return days.length === 0 ? 'FREQ=WEEKLY' : `FREQ=WEEKLY;BYDAY=${days.join(',')}`
    }
    case 'monthly':
      return 'FREQ=MONTHLY'
    default:
      return textOf(form, 'rule')
  }
}

function durationMinutesOf(form: FormData): number {
  const reading = parseDurationText(textOf(form, 'durationMinutes'))
  return reading.ok ? Math.round(reading.seconds / 60) : Number.NaN
}

/** A silence as a form says it; what is missing is for the server to name. */
export function silenceFromForm(form: FormData) {
  const from = instantOf(form, 'from')
  return {
    ...scopeOf(form),
    ...(from === undefined ? {} : { from }),
    until: instantOf(form, 'until') ?? (Number.NaN as Instant),
    daily: dailyOf(form),
  }
}

/** A maintenance window as a form says it. */
export const windowFromForm = (form: FormData) => ({
  ...scopeOf(form),
  start: textOf(form, 'start').slice(0, 16),
  timeZone: textOf(form, 'timeZone'),
  durationMinutes: durationMinutesOf(form),
  rule: ruleOf(form),
})

/** What both have beside it. An empty department means the whole installation. */
export const namingFromForm = (form: FormData) => ({
  name: textOf(form, 'name'),
  remark: textOf(form, 'remark') || null,
})

export const departmentFromForm = (form: FormData): string | null =>
  textOf(form, 'department') || null
