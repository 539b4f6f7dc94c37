import { alertEvents } from '@highwater/core/alert'
import { protectionLevels } from '@highwater/core/policy'
import type { SilenceSchedule } from '@highwater/core/silence'
import { type SilenceItem, silenceStatuses } from '@highwater/db/queries'
import { z } from 'zod'
import { id, named, time } from '../../wire.ts'

const silenced = named
  .extend({ name: z.string().nullable() })
  .describe('Without a name where you may not see it.')

const shared = {
  id,
  name: z.string(),
  remark: z.string().nullable(),
  status: z.enum(silenceStatuses),
  department: named.nullable().describe('Null for the whole installation.'),
  projects: z.array(silenced),
  departments: z.array(silenced),
  tags: z.array(z.string()),
  events: z.array(z.enum(alertEvents)),
  levels: z.array(z.enum(protectionLevels)),
  exceptProjects: z.array(silenced),
  holdsFrom: time.nullable().describe('The stretch that holds now, or the next one.'),
  holdsUntil: time.nullable(),
  hiding: z.int().describe('Open alerts of which it has held messages back.'),
  createdBy: z.object({ id: id.nullable(), name: z.string() }),
  createdAt: time,
  endedAt: time.nullable(),
  endReason: z.enum(['expired', 'ended_by_person']).nullable(),
  endedBy: z.string().nullable(),
  version: z.int(),
}

const daily = z.object({
  from: z.string(),
  until: z.string(),
  weekdays: z.array(z.string()),
  timeZone: z.string(),
})

export const silenceAnswer = z
  .object({ ...shared, from: time, until: time, daily: daily.nullable() })
  .meta({ id: 'Silence' })

export const windowAnswer = z
  .object({
    ...shared,
    start: z.string(),
    timeZone: z.string(),
    durationMinutes: z.int(),
    rule: z.string(),
  })
  .meta({ id: 'MaintenanceWindow' })

export const previewAnswer = z.object({
  projects: z.int().describe('Projects that it is about.'),
  alerts: z.object({
    count: z.int().describe('Open alerts that it would hide right now.'),
    items: z.array(
      z.object({
        id,
        shortId: z.string(),
        event: z.enum(alertEvents),
        level: z.enum(protectionLevels),
        subject: z.string(),
        openedAt: time,
      }),
    ),
  }),
  spans: z.array(z.object({ from: time, until: time })).describe('When it holds next.'),
  rule: z.object({ en: z.string(), 'zh-CN': z.string() }).nullable(),
})

const toShared = ({
  spanFrom,
  spanUntil,
  endedByName,
  schedule: _,
  kind: __,
  ...item
}: SilenceItem) => ({
  ...item,
  holdsFrom: spanFrom,
  holdsUntil: spanUntil,
  endedBy: endedByName,
})

function expectType<Type extends SilenceSchedule['type']>(schedule: SilenceSchedule, type: Type) {
  if (schedule.type !== type) throw new Error(`A schedule of type ${type} was expected.`)
  return schedule as Extract<SilenceSchedule, { type: Type }>
}

export function toSilence(item: SilenceItem) {
  const { from, until, daily: period } = expectType(item.schedule, 'once')
  return { ...toShared(item), from, until, daily: period }
}

export function toWindow(item: SilenceItem) {
  const { start, timeZone, durationMinutes, rule } = expectType(item.schedule, 'recurring')
  return { ...toShared(item), start, timeZone, durationMinutes, rule }
}
