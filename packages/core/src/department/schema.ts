import { z } from 'zod'
import { departmentRoles } from '../permissions/actor.ts'
import { isPlainName, unseenInName } from '../plain-name.ts'
import { protectionLevels } from '../policy/level.ts'

/** How a department is called; unique among those that exist (I5). */
export const departmentName = z
  .string()
  .trim()
  .min(1, 'Give the department a name.')
  .max(40, 'Use at most 40 characters.')
  .refine(isPlainName, unseenInName)

export const departmentFields = {
  name: departmentName,
  defaultLevel: z.enum(protectionLevels),
  /** Whether every alert of the department goes to every channel of it without further settings. */
  defaultSubscription: z.boolean(),
}

export const departmentRoleField = z.enum(departmentRoles, {
  error: `Use one of ${departmentRoles.join(', ')}.`,
})
