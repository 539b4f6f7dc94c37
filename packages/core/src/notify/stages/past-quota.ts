import { detoursAmong } from '../detour.ts'
import type { Intent, PlanBatch, Suppression } from '../plan-batch.ts'
import { suppressionOf } from '../plan-batch.ts'
import type { PlanContext } from '../plan-context.ts'

/**
 * Sends what a channel has no quota left for through its fallback channel. Who is told there of the
 * alert anyway is not told twice.
 */
export function pastQuota(batch: PlanBatch, { channels }: PlanContext): PlanBatch {
  const detours = detoursAmong(channels)
  if (detours.size === 0) return batch
  const kept: Intent[] = batch.kept.filter(({ channel }) => !detours.has(channel))
  const held: Suppression[] = [...batch.held]
  const told = new Set(kept.map(({ alert, channel }) => `${alert} ${channel}`))
  for (const intent of batch.kept) {
    const instead = detours.get(intent.channel)
    if (instead === undefined) continue
    const detail = { channel: instead.name ?? '', channelId: instead.id }
    held.push(suppressionOf(intent, { hold: 'quota_used_up', detail }))
    const there = `${intent.alert} ${instead.id}`
    if (told.has(there)) continue
    told.add(there)
    kept.push({ ...intent, channel: instead.id })
  }
  const superseded = batch.superseded.flatMap((older) => {
    const instead = detours.get(older.channel)
    return instead === undefined ? [older] : [older, { ...older, channel: instead.id }]
  })
  return { kept, held, superseded }
}
