import { channelKindNames } from '@highwater/channels/catalog'
import { channelName } from '@highwater/core/channel'
import { monthlyQuota } from '@highwater/core/delivery'
import { aggregationSchema } from '@highwater/core/notify'
import { z } from 'zod'

const settings = z.record(z.string(), z.unknown())

export const kindField = z
  .enum(channelKindNames, { error: () => `Use one of ${channelKindNames.join(', ')}.` })
  .describe('See /channel-kinds for its config and secrets.')

export const configField = settings.describe('The settings of the kind; null unsets one.')

export const secretsField = settings.describe(
  'Written, never read again. Those left out stay as they are; null unsets one.',
)

/** What a channel is beside its kind's settings. */
export const channelFields = {
  name: channelName,
  enabled: z.boolean().optional(),
  fallbackChannel: z.uuid('This is not an id.').nullable().optional(),
  aggregation: aggregationSchema
    .nullable()
    .optional()
    .describe('How alike alerts become one message; null: every alert is told by itself.'),
  monthlyQuota: monthlyQuota
    .nullable()
    .optional()
    .describe('How many messages its provider takes in a calendar month; null: it does not count.'),
  saveUntested: z
    .boolean()
    .optional()
    .describe('Saves settings that no delivered test vouches for; audited as such.'),
}

export const departmentField = z.string().trim().min(1).max(200).describe('An id or a name.')
