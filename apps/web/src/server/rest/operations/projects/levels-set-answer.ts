import { z } from 'zod'
import { id } from '../../wire.ts'

/** What a change of many levels did, and of each project that it left alone why. */
export const levelsSetAnswer = z.object({
  changed: z.int(),
  unchanged: z.array(
    z.object({
      project: id,
      code: z.enum(['not_found', 'finished', 'same_level', 'forbidden']),
      message: z.string(),
    }),
  ),
})
