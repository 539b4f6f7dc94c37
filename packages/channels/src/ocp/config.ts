import { isId } from '@highwater/core'
import { alertEvents } from '@highwater/core/alert'
import { z } from 'zod'

const cluster = z
  .string('Choose an associated cluster.')
  .trim()
  .refine(isId, 'Choose an associated cluster.')

const names = new Set<string>([...alertEvents, 'test'])

const eventName = z
  .string()
  .trim()
  .refine((name) => names.has(name), 'There is no alert event of this name.')

const alarmType = z
  .string()
  .trim()
  .regex(/^[\w.-]{1,100}$/, 'An alarm item is letters, digits, underscores, dots and hyphens.')

export const ocpConfig = z.strictObject({
  cluster,
  /** Alarm items of OCP by alert events; those that OMS has keep its names without being listed. */
  alarmTypes: z.record(eventName, alarmType).default({}),
})
export type OcpConfig = z.output<typeof ocpConfig>

/** The credentials are the cluster's. */
export const ocpSecrets = z.strictObject({})
