import { z } from 'zod'

/** Settings as they are sent: a field that is null is one that is not set. */
export const givenSettings = z
  .record(z.string(), z.unknown())
  .default({})
  .transform(
    (sent): Record<string, unknown> =>
      Object.fromEntries(Object.entries(sent).filter(([, value]) => value !== null)),
  )
