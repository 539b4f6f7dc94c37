import { hostFigureNames } from '@highwater/core/alert'
import { z } from 'zod'
import { id, time } from '../../wire.ts'

const fraction = z
  .number()
  .nullable()
  .describe('A fraction from 0 to 1; null where it does not say.')

export const hostAnswer = z
  .object({
    id,
    name: z.string(),
    isOwn: z.boolean().describe("One of Highwater's own nodes."),
    state: z.enum(['up', 'silent', 'down', 'stopped']),
    cpu: fraction,
    memory: fraction,
    disk: fraction,
    over: z
      .array(z.object({ name: z.enum(hostFigureNames), percent: z.number(), limit: z.number() }))
      .describe('What is over its limit, in percent.'),
    firstSeenAt: time,
    lastSeenAt: time,
    openAlerts: z.array(z.object({ id, event: z.string() })),
  })
  .meta({ id: 'Host' })
