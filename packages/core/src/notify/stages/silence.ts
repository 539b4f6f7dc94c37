import { type PlanBatch, sift } from '../plan-batch.ts'
import type { PlanContext } from '../plan-context.ts'

/**
 * Holds what a silence or a maintenance window is about (A12). An end passes: whoever heard of the
 * alert before must not go on believing that it burns. To others the next stage does not tell it. A
 * repeat that comes just when a silence is over leaves it to the message that says so.
 */
export const unsilenced = (batch: PlanBatch, context: PlanContext): PlanBatch =>
  sift(batch, (intent) => {
    const { subject, lived, kind, note } = intent.news
    const isPlainRepeat = kind === 'repeat' && note === null
    const holding =
      intent.kind === 'resolved'
        ? null
        : (context.heldBy(subject, lived) ??
          (isPlainRepeat ? context.heldUntilNow?.(intent.alert) : null) ??
          null)
    return holding === null ? { keep: intent } : { hold: holding.reason, detail: holding.detail }
  })
