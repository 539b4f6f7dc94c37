import { z } from 'zod'
import { id, time } from '../../wire.ts'

export const channelAnswer = z
  .object({
    id,
    name: z.string(),
    kind: z.string(),
    config: z.record(z.string(), z.unknown()),
    secrets: z
      .record(z.string(), z.enum(['set', 'unset']))
      .describe('Secrets are written, never read.'),
    enabled: z.boolean(),
    department: id.nullable().describe('Null: it serves the whole installation.'),
    fallbackChannel: id.nullable(),
    aggregation: z.record(z.string(), z.unknown()).nullable(),
    health: z.enum(['untried', 'working', 'needs_attention']),
    healthReason: z.string().nullable(),
    testedAt: time.nullable(),
    lastDeliveredAt: time.nullable(),
    lastFailedAt: time.nullable(),
    version: z.int(),
    createdAt: time,
  })
  .meta({ id: 'Channel' })
