import { z } from 'zod'

const interval = 'Use 5–3600 seconds.'
const settings = z.record(z.string(), z.unknown())

export const sourceFields = {
  name: z.string().trim().min(1, 'Give the source a name.').max(100, 'Use at most 100 characters.'),
  enabled: z.boolean().optional(),
  intervalSeconds: z.int(interval).min(5, interval).max(3_600, interval).optional(),
}

export const configField = settings.describe('The settings of the kind; see /source-kinds.')
export const secretsField = settings.describe('Written, never read again; null unsets one.')
