import { z } from 'zod'

/** Sent along with a change, it is refused as `conflict` when somebody else was faster. */
export const versionField = {
  version: z
    .int()
    .min(1)
    .optional()
    .describe('The version that the change was made from; left out, it overwrites.'),
}
