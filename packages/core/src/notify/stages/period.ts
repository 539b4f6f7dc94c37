import { nextHours } from '../../subscription/hours.ts'
import { latest } from '../../time.ts'
import { type Hold, type Intent, naming, type PlanBatch, sift, wantedBy } from '../plan-batch.ts'
import type { PlanContext } from '../plan-context.ts'

/** Held until the first of its subscriptions' hours begin. */
function heldUntilHours(intent: Intent, { now }: PlanContext): Hold {
  const [first, ...rest] = intent.by.map((reach) => ({ reach, at: nextHours(reach.period, now) }))
  const soonest = rest.reduce((best, next) => (best && next.at < best.at ? next : best), first)
  if (!soonest) return { hold: 'outside_period' }
  const { reach, at } = soonest
  const { from = '', until = '', timeZone = '' } = reach.period ?? {}
  return {
    hold: 'outside_period',
    detail: { ...naming(reach), from, until, timeZone, begins: at },
    wakeAt: latest(at, now),
  }
}

/** Holds what comes outside the hours of every subscription that wants it. */
export const inHours = (batch: PlanBatch, context: PlanContext): PlanBatch =>
  sift(batch, (intent) => {
    const keep = wantedBy(intent, ({ period }) => nextHours(period, context.now) <= context.now)
    return keep ? { keep } : heldUntilHours(intent, context)
  })
