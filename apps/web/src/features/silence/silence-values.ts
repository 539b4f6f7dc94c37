import { type Instant, toIso, type Weekday, wallTimeAt } from '@highwater/core'
import type { AlertEvent } from '@highwater/core/alert'
import type { ProtectionLevel } from '@highwater/core/policy'
import type { SilenceKind, SilenceSchedule } from '@highwater/core/silence'
import type { SilenceItem } from '@highwater/db/queries'
import type { PickedProject } from './project-picker.tsx'

export const repeats = ['daily', 'weekly', 'monthly', 'custom'] as const
export type Repeat = (typeof repeats)[number]

/** What a form begins with: a stored silence, or what an address asks for. */
export interface SilenceValues {
  readonly kind: SilenceKind
  readonly id: string
  readonly version: number | null
  readonly name: string
  readonly remark: string
  readonly projects: readonly PickedProject[]
  readonly exceptProjects: readonly PickedProject[]
  readonly departments: readonly string[]
  readonly tags: string
  readonly events: readonly AlertEvent[]
  readonly levels: readonly ProtectionLevel[]
  readonly timeZone: string
  /** `YYYY-MM-DDTHH:MM` on the wall clock of `timeZone`, as are `until` and `start`. */
  readonly from: string
  readonly until: string
  readonly hasHours: boolean
  readonly dailyFrom: string
  readonly dailyUntil: string
  readonly weekdays: readonly Weekday[]
  readonly start: string
  readonly durationSeconds: number
  readonly repeat: Repeat
  readonly rule: string
}

/** As the browser's own field for a date and a time writes it. */
export const localText = (at: Instant, timeZone: string): string =>
  toIso(wallTimeAt(at, timeZone) as number as Instant).slice(0, 16)

function repeatOf(rule: string): { repeat: Repeat; weekdays: Weekday[] } {
  const written = rule.toUpperCase().replace(/^RRULE:/, '')
  if (written === 'FREQ=DAILY') return { repeat: 'daily', weekdays: [] }
  if (written === 'FREQ=MONTHLY') return { repeat: 'monthly', weekdays: [] }
  const [, days] = /^FREQ=WEEKLY(?:;BYDAY=((?:[A-Z]{2},?)+))?$/.exec(written) ?? [null, null]
  if (days === null) return { repeat: 'custom', weekdays: [] }
  return { repeat: 'weekly', weekdays: (days ?? '').split(',').filter(Boolean) as Weekday[] }
}

export function emptyValues(kind: SilenceKind, now: Instant, timeZone: string): SilenceValues {
  return {
    kind,
    id: '',
    version: null,
    name: '',
    remark: '',
    projects: [],
    exceptProjects: [],
    departments: [],
    tags: '',
    events: [],
    levels: [],
    timeZone,
    from: '',
    until: '',
    hasHours: false,
    dailyFrom: '22:00',
    dailyUntil: '06:00',
    weekdays: [],
    start: localText(now, timeZone),
    durationSeconds: 3_600,
    repeat: 'weekly',
    rule: '',
  }
}

function scheduleValues(schedule: SilenceSchedule, timeZone: string): Partial<SilenceValues> {
  if (schedule.type === 'recurring') {
    const { start, durationMinutes, rule } = schedule
    return {
      start,
      timeZone: schedule.timeZone,
      durationSeconds: durationMinutes * 60,
      rule,
      ...repeatOf(rule),
    }
  }
  const { daily } = schedule
  // The hours keep the zone that they were made in; the form has one zone for all its times.
  const zone = daily?.timeZone ?? timeZone
  const times = {
    timeZone: zone,
    from: localText(schedule.from, zone),
    until: localText(schedule.until, zone),
  }
  if (daily === null) return times
  const { from: dailyFrom, until: dailyUntil, weekdays } = daily
  return { ...times, hasHours: true, dailyFrom, dailyUntil, weekdays }
}

/** One without a name, which its maker may no longer see, is taken away by its id. */
const picked = (projects: SilenceItem['projects']): PickedProject[] =>
  projects.map(({ id, name }) => ({ id, name: name ?? id }))

/** The values of a stored silence, its times as the reader's clock shows them. */
export const valuesOf = (item: SilenceItem, now: Instant, timeZone: string): SilenceValues => ({
  ...emptyValues(item.kind, now, timeZone),
  id: item.id,
  version: item.version,
  name: item.name,
  remark: item.remark ?? '',
  projects: picked(item.projects),
  exceptProjects: picked(item.exceptProjects),
  departments: item.departments.map(({ id }) => id),
  tags: item.tags.join(' '),
  events: item.events,
  levels: item.levels,
  ...scheduleValues(item.schedule, timeZone),
})
