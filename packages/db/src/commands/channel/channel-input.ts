import { channelName } from '@highwater/core/channel'
import { monthlyQuota } from '@highwater/core/delivery'
import { aggregationSchema } from '@highwater/core/notify'
import { z } from 'zod'
import { idInput, referenceInput } from '../../queries/inputs.ts'
import { unlessTaken } from '../database-fault.ts'

export const settingsField = z.record(z.string(), z.unknown())

/** What a channel is beside its kind's settings. */
export const channelFields = {
  name: channelName,
  enabled: z.boolean().optional(),
  fallbackChannel: idInput<'channel'>().nullable().optional(),
  aggregation: aggregationSchema.nullable().optional(),
  monthlyQuota: monthlyQuota.nullable().optional(),
  saveUntested: z.boolean().optional(),
}

/** An id or a name; null or nothing: the channel serves the whole installation. */
export const channelDepartment = referenceInput.nullable().optional()

/** @throws AppError `conflict` at `name` when another living channel has it */
export const unlessNameTaken = <T>(write: PromiseLike<T>, name: string): Promise<T> =>
  unlessTaken(write, 'channel_name', {
    path: 'name',
    message: `Another channel is called "${name}" already. Choose another name.`,
  })
