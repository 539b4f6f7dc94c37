import { naming, type PlanBatch, sift, wantedBy } from '../plan-batch.ts'
import type { PlanContext } from '../plan-context.ts'
import { isEndOfUntold } from './told-at.ts'

/** Holds the end of an alert where every subscription has its recovery notices switched off. */
export function recoveriesWanted(batch: PlanBatch, context: PlanContext): PlanBatch {
  const isOfUntold = isEndOfUntold(context)
  return sift(batch, (intent) => {
    if (intent.kind !== 'resolved' || isOfUntold(intent)) return { keep: intent }
    const keep = wantedBy(intent, ({ subscription }) => subscription.recoveryNotices)
    return keep ? { keep } : { hold: 'recovery_not_wanted', detail: naming(intent.by[0]) }
  })
}
