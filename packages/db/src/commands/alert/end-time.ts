import { AppError, type Instant, minutes, plus, toIso } from '@highwater/core'
import { z } from 'zod'
import { instantInput } from '../../queries/inputs.ts'

const longestMinutes = 525_600

/** How long something shall hold: until a time, or for some minutes. */
export const endFields = {
  until: instantInput.optional(),
  minutes: z
    .int('Use whole minutes.')
    .min(1, 'Use at least 1 minute.')
    .max(longestMinutes, 'Use at most one year.')
    .optional(),
}

interface End {
  readonly until?: Instant | undefined
  readonly minutes?: number | undefined
}

export const namesOneEnd = (input: End): boolean =>
  input.until === undefined || input.minutes === undefined

export const oneEndOnly = {
  path: ['minutes'],
  message: 'Send either until or minutes, not both.',
}

/**
 * The end that was asked for; null where none was.
 * @throws AppError `invalid_input` when it has passed already
 */
export function endOf(input: End, now: Instant): Instant | null {
  if (input.minutes !== undefined) return plus(now, minutes(input.minutes))
  if (input.until === undefined) return null
  if (input.until > now) return input.until
  const message = `Choose a time to come: it is ${toIso(now)} now.`
  throw new AppError('invalid_input', message, { faults: [{ path: 'until', message }] })
}
