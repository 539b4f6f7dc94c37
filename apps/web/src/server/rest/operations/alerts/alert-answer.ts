import { toSeconds } from '@highwater/core'
import { alertEvents, alertStates } from '@highwater/core/alert'
import { closeReasons } from '@highwater/core/notify'
import { protectionLevels } from '@highwater/core/policy'
import { projectKinds } from '@highwater/core/project'
import type { AlertItem } from '@highwater/db/queries'
import { z } from 'zod'
import { describeAlert } from '../../../../alert-text/describe-alert.ts'
import { id, named, time } from '../../wire.ts'

const person = z.object({ id: id.nullable(), name: z.string() })

export const alertAnswer = z
  .object({
    id,
    shortId: z.string(),
    scope: z.enum(['project', 'system']),
    event: z.enum(alertEvents),
    severity: z.enum(['critical', 'warning', 'info']),
    level: z.enum(protectionLevels),
    state: z.enum(alertStates),
    project: named.extend({ kind: z.enum(projectKinds) }).nullable(),
    department: id,
    title: z.string().describe('One English sentence.'),
    detail: z.string().describe('The same with what the source said of it.'),
    openedAt: time,
    firedAt: time.nullable(),
    closedAt: time.nullable(),
    closeReason: z.enum(closeReasons).nullable(),
    observed: z
      .number()
      .nullable()
      .describe('The measured length in seconds; of an open latency alert that of now.'),
    threshold: z.number().describe('The allowed length in seconds.'),
    stale: z.boolean().describe('No signal has arrived since the length was measured.'),
    repeats: z.int(),
    acknowledgedBy: person.nullable(),
    acknowledgedAt: time.nullable(),
    acknowledgedUntil: time.nullable(),
    assignee: person.nullable(),
    snoozedUntil: time.nullable(),
    closedBy: z.string().nullable(),
    closeNote: z.string().nullable(),
    flappingSince: time.nullable(),
    detectedLate: z.number().nullable().describe('How many seconds later than due it was found.'),
    sendingStatus: z.enum([
      'pending',
      'successful',
      'failed',
      'sent_again',
      'completed',
      'suppressed',
    ]),
    notifications: z.object({
      delivered: z.int(),
      failed: z.int(),
      waiting: z.int(),
      suppressed: z.int(),
    }),
  })
  .meta({ id: 'Alert' })

/** An alert in the words of the API: lengths in seconds, sentences in English. */
export const toAlert = <Item extends AlertItem>(item: Item) => ({
  ...item,
  ...describeAlert(item, 'en'),
  observed: item.observedMs === null ? null : toSeconds(item.observedMs),
  detectedLate: item.detectedLateMs === null ? null : toSeconds(item.detectedLateMs),
  threshold: toSeconds(item.thresholdMs),
})
