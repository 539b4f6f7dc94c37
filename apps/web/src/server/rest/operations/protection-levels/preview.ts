import { alertEvents } from '@highwater/core/alert'
import { protectionLevels } from '@highwater/core/policy'
import {
  historyResolutions,
  type PolicyPreview,
  previewLevels,
  resultOf,
} from '@highwater/db/queries'
import { z } from 'zod'
import { defineOperation } from '../../define-operation.ts'
import { id, named, time } from '../../wire.ts'
import { protectionLevelsBody } from './protection-levels-body.ts'

const impactList = z.object({
  count: z.int(),
  items: z
    .array(
      z.object({
        alert: id.nullable().describe('Null for one that is not open yet.'),
        shortId: z.string().nullable(),
        project: named,
        event: z.enum(alertEvents),
        level: z.enum(protectionLevels),
        observedSeconds: z.number().nullable(),
        thresholdSeconds: z.number().nullable(),
      }),
    )
    .describe('The first 100 of them.'),
})

const counts = z.object({ before: z.int(), after: z.int() })

const answer = z.object({
  projects: z.int().describe('Projects to which these values give other limits.'),
  impact: z.object({ wouldClose: impactList, wouldOpen: impactList }),
  backtest: z.object({
    from: time,
    to: time,
    last7Days: counts,
    last30Days: counts,
    days: z.array(
      counts.extend({
        day: z.iso.date().describe('A day in UTC; an alert counts on the day on which it opens.'),
        resolution: z
          .enum(historyResolutions)
          .describe(
            'The coarsest of what the figures rest on: the signals themselves, the history by minute (alerts are found to the minute) or by hour, or `none` before any history.',
          ),
      }),
    ),
  }),
})

type Day = PolicyPreview['backtest']['days'][number]

const total = (days: readonly Day[]) => ({
  before: days.reduce((sum, day) => sum + day.before, 0),
  after: days.reduce((sum, day) => sum + day.after, 0),
})

export const previewProtectionLevelsOperation = defineOperation({
  method: 'POST',
  path: '/protection-levels/preview',
  id: 'previewProtectionLevels',
  tag: 'protection levels',
  summary:
    'Ask what these values would do: alerts that would close or open at once, and how many latency and interruption alerts the last 30 days would have seen, day by day, under the old and the new values',
  access: 'policy.update',
  status: 200,
  body: protectionLevelsBody,
  answer,
  async handle({ services, viewer, body }) {
    const preview = await resultOf(previewLevels(services.db, viewer, body))
    const { days, ...range } = preview.backtest
    return {
      ...preview,
      backtest: {
        ...range,
        last7Days: total(days.slice(-7)),
        last30Days: total(days),
        days: days.map((day) => ({ ...day, day: new Date(day.day).toISOString().slice(0, 10) })),
      },
    }
  },
})
