import { naming, type PlanBatch, sift, wantedBy } from '../plan-batch.ts'

/** Holds the end of an alert where every subscription has its recovery notices switched off. */
export const recoveriesWanted = (batch: PlanBatch): PlanBatch =>
  sift(batch, (intent) => {
    if (intent.kind !== 'resolved') return { keep: intent }
    const keep = wantedBy(intent, ({ subscription }) => subscription.recoveryNotices)
    return keep ? { keep } : { hold: 'recovery_not_wanted', detail: naming(intent.by[0]) }
  })
