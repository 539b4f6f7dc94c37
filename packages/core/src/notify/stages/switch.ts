import type { AlertId } from '../../ids.ts'
import { type PlanBatch, type Suppression, sift, suppressionOf } from '../plan-batch.ts'
import type { PlanContext } from '../plan-context.ts'

/** Holds what would go to a disabled channel; an alert with no other channel says so once. */
export function switchedOn(batch: PlanBatch, context: PlanContext): PlanBatch {
  const enabled = new Set(context.channels.flatMap(({ id, enabled }) => (enabled ? [id] : [])))
  const reached = new Set(
    batch.kept.flatMap(({ alert, channel }) => (enabled.has(channel) ? [alert] : [])),
  )
  const unreached = new Map<AlertId, Suppression>()
  for (const { alert, kind } of batch.kept) {
    if (reached.has(alert)) continue
    const hold = 'all_channels_disabled'
    unreached.set(alert, suppressionOf({ alert, channel: null, kind }, { hold }))
  }
  const sifted = sift(
    { ...batch, kept: batch.kept.filter(({ alert }) => reached.has(alert)) },
    (intent) => (enabled.has(intent.channel) ? { keep: intent } : { hold: 'channel_disabled' }),
  )
  return { ...sifted, held: [...sifted.held, ...unreached.values()] }
}
