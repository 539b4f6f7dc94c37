import { nextHours } from '../../subscription/hours.ts'
import { type Instant, latest } from '../../time.ts'
import { type Hold, type Intent, naming, type PlanBatch, sift, wantedBy } from '../plan-batch.ts'
import type { PlanContext } from '../plan-context.ts'
import { isEndOfUntold } from './told-at.ts'

/** Held until the first of its subscriptions' hours begin; what is over by then needs no second look. */
function heldUntilHours(intent: Intent, opened: Instant): Hold {
  const [first, ...rest] = intent.by.map((reach) => ({
    reach,
    at: nextHours(reach.period, opened),
  }))
  const soonest = rest.reduce((best, next) => (best && next.at < best.at ? next : best), first)
  if (!soonest) return { hold: 'outside_period' }
  const { reach, at } = soonest
  const { from = '', until = '', timeZone = '' } = reach.period ?? {}
  return {
    hold: 'outside_period',
    detail: { ...naming(reach), from, until, timeZone, begins: at },
    ...(intent.news.lived === undefined ? { wakeAt: latest(at, opened) } : {}),
  }
}

/**
 * Holds what comes outside the hours of every subscription that wants it. What came and went unseen
 * is judged by the hours in which it lived.
 */
export function inHours(batch: PlanBatch, context: PlanContext): PlanBatch {
  const isOfUntold = isEndOfUntold(context)
  return sift(batch, (intent) => {
    if (isOfUntold(intent)) return { keep: intent }
    const { from, until } = intent.news.lived ?? { from: context.now, until: context.now }
    const isTold = (at: Instant) => at <= from || at < until
    const keep = wantedBy(intent, ({ period }) => isTold(nextHours(period, from)))
    return keep ? { keep } : heldUntilHours(intent, from)
  })
}
