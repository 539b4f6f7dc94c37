import { z } from 'zod'
import { id, named, time } from '../../wire.ts'

export const clusterAnswer = z
  .object({
    id,
    name: z.string(),
    config: z.record(z.string(), z.unknown()),
    secrets: z
      .record(z.string(), z.enum(['set', 'unset']))
      .describe('Secrets are written, never read.'),
    testedAt: time.nullable(),
    channels: z.array(named).describe('Who sends through it: while there are any, it stays.'),
    version: z.int(),
    createdAt: time,
  })
  .meta({ id: 'OcpCluster' })
