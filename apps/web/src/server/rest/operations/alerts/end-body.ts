import { endFields } from '@highwater/db/commands'
import { z } from 'zod'

/** How long something shall hold: until a time or for some minutes, not both. */
export const endBody = {
  until: z.iso
    .datetime({ offset: true, error: 'Use an ISO 8601 time such as 2026-01-31T12:00:00Z.' })
    .optional(),
  minutes: endFields.minutes,
}
