import type { AlertId } from '../../ids.ts'
import { type PlanBatch, sift } from '../plan-batch.ts'
import type { PlanContext } from '../plan-context.ts'

/** Holds what would go to a disabled channel; an alert with no other channel says so once. */
export function switchedOn(batch: PlanBatch, context: PlanContext): PlanBatch {
  const enabled = new Set(context.channels.flatMap(({ id, enabled }) => (enabled ? [id] : [])))
  const reached = new Set(
    batch.kept.flatMap(({ alert, channel }) => (enabled.has(channel) ? [alert] : [])),
  )
  const said = new Set<AlertId>()
  const unreached = batch.kept.flatMap(({ alert, kind }) => {
    if (reached.has(alert) || said.has(alert)) return []
    said.add(alert)
    return [{ alert, channel: null, kind, reason: 'all_channels_disabled', detail: null } as const]
  })
  const sifted = sift(
    { ...batch, kept: batch.kept.filter(({ alert }) => reached.has(alert)) },
    (intent) => (enabled.has(intent.channel) ? { keep: intent } : { hold: 'channel_disabled' }),
  )
  return { ...sifted, held: [...sifted.held, ...unreached] }
}
