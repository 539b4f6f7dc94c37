import { type PlanBatch, sift } from '../plan-batch.ts'
import type { PlanContext } from '../plan-context.ts'

/** Holds what a silence or a maintenance window is about (A12). */
export const unsilenced = (batch: PlanBatch, context: PlanContext): PlanBatch =>
  sift(batch, (intent) => {
    const holding = context.heldBy(intent.news.subject)
    return holding === null ? { keep: intent } : { hold: holding.reason, detail: holding.detail }
  })
