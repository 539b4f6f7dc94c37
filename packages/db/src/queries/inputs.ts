import { type Id, type Instant, isStorableTime } from '@highwater/core'
import { z } from 'zod'

const timeFormat = 'Use an ISO 8601 time such as 2026-01-31T12:00:00Z.'

/** A point in time from an address or a program: ISO 8601, or milliseconds as screens pass them. */
export const instantInput = z
  .union([z.int(), z.iso.datetime({ offset: true }).transform((text) => Date.parse(text))], {
    error: timeFormat,
  })
  .refine(isStorableTime, timeFormat)
  .transform((at) => at as Instant)

export const flagInput = z.union([z.boolean(), z.stringbool()])

/** An id or a name, as people type either. */
export const referenceInput = z.string().trim().min(1).max(200)

export const searchInput = z
  .string()
  .trim()
  .min(1)
  .max(200, 'Search for at most 200 characters.')
  .refine((text) => !text.includes('\u0000'), 'Leave the null character out.')

export const idInput = <Name extends string>() =>
  z.uuid('This is not an id.').transform((id) => id as Id<Name>)
