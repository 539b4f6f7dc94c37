import { aggregationDimensions } from '@highwater/core/notify'
import { z } from 'zod'
import { id, named, time } from '../../wire.ts'
import { shownHealths } from './shown-health.ts'

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
    kindOff: z
      .object({ note: z.string(), everywhere: z.boolean() })
      .nullable()
      .describe('Set while channels of its kind are switched off.'),
    department: id.nullable().describe('Null: it serves the whole installation.'),
    fallbackChannel: id.nullable(),
    fallbackChannelName: z.string().nullable(),
    fallbackOf: z.array(named).describe('Whose failing is told through this channel.'),
    cutOff: z
      .object({
        since: time,
        failures: z.int().describe('In a row.'),
        nextProbeAt: time.nullable().describe('Null while one is under way.'),
        waiting: z.int().describe('Messages that wait for it.'),
      })
      .nullable()
      .describe('Set while it fails so often that it gets one message at a time.'),
    aggregation: z
      .object({ windowSeconds: z.int(), groupBy: z.array(z.enum(aggregationDimensions)) })
      .nullable()
      .describe('How alike alerts become one message; null: every alert is told by itself.'),
    monthlyQuota: z.int().nullable(),
    robotQuota: z
      .int()
      .nullable()
      .describe('The smallest of all channels that share its robot, which holds for each.'),
    sentThisMonth: z
      .int()
      .nullable()
      .describe('To its robot, by the calendar of Beijing; null where nobody counts.'),
    health: z
      .enum(shownHealths)
      .describe('`failing`: its last attempt failed, and it is tried again by itself.'),
    healthReason: z.string().nullable(),
    refused: z
      .array(z.string())
      .describe('Whom its last message did not reach, though it was taken.'),
    testedAt: time.nullable(),
    lastDeliveredAt: time.nullable(),
    lastFailedAt: time.nullable(),
    version: z.int(),
    createdAt: time,
  })
  .meta({ id: 'Channel' })
