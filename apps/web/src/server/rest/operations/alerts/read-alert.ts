import { type AlertId, toSeconds } from '@highwater/core'
import { timelineTypes } from '@highwater/core/alert'
import { messageKinds, messageNotes } from '@highwater/core/notify'
import { protectionLevels } from '@highwater/core/policy'
import type { CommandContext } from '@highwater/db/commands'
import { getAlert } from '@highwater/db/queries'
import { z } from 'zod'
import { id, named, time } from '../../wire.ts'
import {
  attemptAnswer,
  notificationStateAnswer,
  reasonDetailAnswer,
} from '../notifications/notification-answer.ts'
import { alertAnswer, toAlert } from './alert-answer.ts'

export const alertDetailAnswer = alertAnswer
  .extend({
    timeline: z.array(
      z.object({
        at: time,
        type: z.enum(timelineTypes),
        reason: z.string().nullable(),
        observed: z.number().nullable(),
        threshold: z.number().nullable(),
        level: z.enum(protectionLevels).nullable(),
        actor: z.object({ id: id.nullable(), name: z.string() }).nullable(),
        detail: z.record(z.string(), z.unknown()).nullable(),
      }),
    ),
    told: z
      .array(
        z.object({
          id,
          channel: named.extend({ kind: z.string() }).nullable(),
          kind: z.enum(messageKinds),
          level: z.enum(protectionLevels).nullable().describe('The level that it was told at.'),
          note: z.enum(messageNotes).nullable().describe('Why it came now.'),
          state: notificationStateAnswer,
          reason: z.string().nullable(),
          reasonDetail: reasonDetailAnswer,
          subscriptions: z.array(named).describe('Which subscriptions wanted it.'),
          createdAt: time,
          settledAt: time.nullable(),
          nextAttemptAt: time.nullable(),
          digest: z
            .object({ shortId: z.string(), count: z.number() })
            .nullable()
            .describe('The digest in which it was told, and of how many alerts that tells.'),
          attempts: z.array(attemptAnswer),
        }),
      )
      .describe('Every message owed to a channel; `suppressed` ones say why nobody was told.'),
    firstTold: z
      .object({ at: time, channel: z.string().nullable() })
      .nullable()
      .describe('The first message that arrived.'),
    escalation: z
      .object({ at: time, to: z.array(z.string()) })
      .nullable()
      .describe('Which channels hear of it next, unless somebody acknowledges it before.'),
  })
  .meta({ id: 'AlertWithTimeline' })

/** The alert as it is now, in the words of the API. */
export async function readAlert({ db, actor }: CommandContext, alertId: string) {
  const detail = await getAlert(db, actor, alertId as AlertId)
  return {
    ...toAlert(detail),
    timeline: detail.timeline.map((entry) => ({
      ...entry,
      observed: entry.observedMs === null ? null : toSeconds(entry.observedMs),
      threshold: entry.thresholdMs === null ? null : toSeconds(entry.thresholdMs),
    })),
  }
}
