import { z } from 'zod'

/** A tag that was changed, and how many projects had it. */
export const tagChanged = z.object({ name: z.string(), projects: z.int() })
