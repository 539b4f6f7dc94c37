import {
  type DepartmentId,
  type Instant,
  instant,
  instantOfWallTime,
  isId,
  millis,
  minus,
  type ProjectId,
  parseWallTime,
  startOfDay,
} from '@highwater/core'
import { alertEvents, alertStates, sendingStatuses } from '@highwater/core/alert'
import { protectionLevels } from '@highwater/core/policy'
import { z } from 'zod'

const dayMs = 86_400_000

/** The ranges that the list offers, in days; the first one is used when none is chosen. */
export const alertRanges = { '7d': 7, '3w': 21, '1m': 30, '3m': 91 } as const
export type AlertRange = keyof typeof alertRanges

const day = z.iso.date().optional().catch(undefined)
const ranges = ['7d', '3w', '1m', '3m', 'custom'] as const satisfies readonly (
  | AlertRange
  | 'custom'
)[]

/** What the address of the list may say; what it says wrongly counts as not said. */
const alertSearch = z.object({
  range: z.enum(ranges).catch('7d'),
  /** Days in the reader's zone, both inclusive; only of a custom range. */
  from: day,
  to: day,
  scope: z.enum(['project', 'system']).optional().catch(undefined),
  state: z
    .enum([...alertStates, 'open'])
    .optional()
    .catch(undefined),
  event: z.enum(alertEvents).optional().catch(undefined),
  level: z.enum(protectionLevels).optional().catch(undefined),
  sending: z.enum(sendingStatuses).optional().catch(undefined),
  project: z
    .string()
    .refine(isId)
    .transform((id) => id as ProjectId)
    .optional()
    .catch(undefined),
  department: z
    .string()
    .refine(isId)
    .transform((id) => id as DepartmentId)
    .optional()
    .catch(undefined),
  /** The short id of a digest: all that it tells of. */
  digest: z
    .string()
    .regex(/^D\d{1,15}$/)
    .optional()
    .catch(undefined),
  q: z.string().trim().min(1).max(200).optional().catch(undefined),
  cursor: z.string().optional().catch(undefined),
})

export const alertParameters = alertSearch.keyof().options

export type AlertSearch = z.output<typeof alertSearch>

export const parseAlertSearch = (query: Readonly<Record<string, unknown>>): AlertSearch =>
  alertSearch.parse(query)

interface Bounds {
  readonly from?: Instant
  readonly to?: Instant
}

/** When the day that `YYYY-MM-DD` names begins, or one so many days later. */
const dayStart = (text: string, timeZone: string, daysLater = 0): Instant =>
  instantOfWallTime(startOfDay(parseWallTime(`${text}T00:00`), daysLater), timeZone)

/** When the alerts shown must have opened; counted from the full minute, so that the same list is asked for. */
export function boundsOf(
  search: Pick<AlertSearch, 'range' | 'from' | 'to'>,
  now: number,
  timeZone: string,
): Bounds {
  if (search.range !== 'custom') {
    const minute = Math.floor(now / 60_000) * 60_000
    return { from: instant(minute - alertRanges[search.range] * dayMs) }
  }
  const { from, to } = search
  return {
    ...(from === undefined ? {} : { from: dayStart(from, timeZone) }),
    ...(to === undefined ? {} : { to: minus(dayStart(to, timeZone, 1), millis(1)) }),
  }
}
