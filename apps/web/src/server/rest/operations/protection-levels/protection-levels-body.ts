import { protectionLevelSettings } from '@highwater/core/policy'
import { z } from 'zod'

/** What is read and written: a change needs the version that it was read with. */
export const protectionLevelsBody = protectionLevelSettings.safeExtend({
  version: z.int('Send the version that you read the protection levels with.').min(1),
})
