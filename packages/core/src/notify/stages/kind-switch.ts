import { type PlanBatch, sift } from '../plan-batch.ts'
import type { PlanContext } from '../plan-context.ts'

/** Holds what would go through a kind of channel that is switched off (C19). */
export function kindsAllowed(batch: PlanBatch, context: PlanContext): PlanBatch {
  const off = new Set(context.channels.flatMap(({ id, kindOff }) => (kindOff ? [id] : [])))
  if (off.size === 0) return batch
  return sift(batch, (intent) =>
    off.has(intent.channel) ? { hold: 'channel_kind_off' } : { keep: intent },
  )
}
