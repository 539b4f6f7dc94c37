import { subscriptionFields } from '@highwater/core/subscription'
import { z } from 'zod'

/** What every subscription has, in the words of the API; what is left out has its default. */
export const { name, levels, scope, locale, limit, recoveryNotices, mention, escalation, enabled } =
  subscriptionFields

export const departmentField = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .nullable()
  .optional()
  .describe('An id or a name; null for the whole installation.')
