import { alertEvents } from '@highwater/core/alert'
import { messageKinds } from '@highwater/core/notify'
import { z } from 'zod'
import { id, named, time } from '../../wire.ts'

export const attemptAnswer = z
  .object({
    number: z.int(),
    worker: z.string(),
    startedAt: time,
    durationMs: z.int().nullable(),
    outcome: z.enum(['delivered', 'partial', 'throttled', 'transient', 'rejected', 'unknown']),
    reason: z.string(),
    httpStatus: z.int().nullable(),
    providerCode: z.string().nullable(),
    providerMessage: z.string().nullable(),
    refused: z.array(z.string()),
  })
  .meta({ id: 'DeliveryAttempt' })

export const reasonDetailAnswer = z
  .record(z.string(), z.union([z.string(), z.number()]))
  .nullable()
  .describe('What the reason speaks of; instants in epoch milliseconds.')

export const notificationStateAnswer = z.enum([
  'pending',
  'sending',
  'retrying',
  'delivered',
  'partial',
  'failed',
  'superseded',
  'cancelled',
  'suppressed',
])

export const notificationAnswer = z
  .object({
    id,
    alert: z
      .object({
        id,
        shortId: z.string(),
        event: z.enum(alertEvents),
        subject: z.string(),
        project: id.nullable(),
      })
      .nullable()
      .describe('Null for a test of a connection, and for a digest of several alerts.'),
    channel: z.object({ id: id.nullable(), name: z.string(), kind: z.string() }).nullable(),
    kind: z.enum(messageKinds),
    state: notificationStateAnswer,
    reason: z.string().nullable(),
    reasonDetail: reasonDetailAnswer,
    subscriptions: z.array(named).describe('Which subscriptions wanted it.'),
    createdAt: time,
    nextAttemptAt: time.nullable(),
    deadline: time.nullable(),
    settledAt: time.nullable(),
    mayBeDuplicate: z.boolean(),
    degraded: z.boolean().describe('Sent in its plainest form, as its content was refused.'),
    replayedAt: time.nullable().describe('When somebody last had it sent again.'),
    replayedByName: z.string().nullable(),
    attempts: z.array(attemptAnswer),
  })
  .meta({ id: 'Notification' })
