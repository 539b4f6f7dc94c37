import { alertEvents } from '@highwater/core/alert'
import { protectionLevels } from '@highwater/core/policy'
import { historyResolutions, type PolicyPreview } from '@highwater/db/queries'
import { z } from 'zod'
import { id, named, time } from '../../wire.ts'

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

/** What a change of thresholds or of levels would do. */
export const previewAnswer = z.object({
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

/** A preview as REST tells it, with the sums of the last 7 and 30 days. */
export function toPreviewAnswer({ backtest, ...preview }: PolicyPreview) {
  const { days, ...range } = backtest
  return {
    ...preview,
    backtest: {
      ...range,
      last7Days: total(days.slice(-7)),
      last30Days: total(days),
      days: days.map((day) => ({ ...day, day: new Date(day.day).toISOString().slice(0, 10) })),
    },
  }
}
