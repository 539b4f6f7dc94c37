import { z } from 'zod'
import { id, time } from '../../wire.ts'

export const sourceAnswer = z
  .object({
    id,
    name: z.string(),
    kind: z.string(),
    config: z.record(z.string(), z.unknown()),
    department: id,
    departmentName: z.string(),
    enabled: z.boolean(),
    intervalSeconds: z.int(),
    nextCollectAt: time.nullable(),
    lastCollectedAt: time.nullable(),
    failingSince: time.nullable(),
    failures: z.int(),
    lastFailure: z.object({ reason: z.string(), message: z.string() }).nullable(),
    clockAheadMs: z.number().nullable().describe("How far the source's clock is ahead."),
    projects: z.int(),
    version: z.int(),
    createdAt: time,
  })
  .meta({ id: 'Source' })
