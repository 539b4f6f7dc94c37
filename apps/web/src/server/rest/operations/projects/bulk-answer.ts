import { z } from 'zod'
import { id } from '../../wire.ts'

/** What a change of many projects did, and of each that it left alone why. */
export const bulkAnswer = z.object({
  changed: z.int(),
  unchanged: z.array(
    z.object({
      project: id,
      name: z.string().nullish(),
      code: z.enum([
        'not_found',
        'forbidden',
        'finished',
        'same_level',
        'wrong_state',
        'already_so',
        'too_many_tags',
      ]),
      message: z.string(),
    }),
  ),
})
