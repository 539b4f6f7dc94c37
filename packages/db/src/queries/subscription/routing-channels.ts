import type { ChannelId, UserId } from '@highwater/core'
import type { PlannedChannel } from '@highwater/core/notify'
import type { TransactionSql } from '../../client/connect.ts'

/** Why what a channel is sent waits: it is cut off, or its provider takes no more this month. */
export const channelWaits = ['cut_off', 'quota_used_up'] as const

export interface RoutedChannel {
  readonly id: ChannelId
  readonly name: string
  readonly kind: string
  /** The person whose own it is; null for a channel that is shared. */
  readonly person: { readonly id: UserId; readonly name: string } | null
  /** Null where what it is sent goes at once. */
  readonly waits: (typeof channelWaits)[number] | null
}

interface Row extends Omit<RoutedChannel, 'waits'> {
  readonly isCutOff: boolean
}

/** Every channel as the routing test names it. What has a fallback with quota left goes there instead. */
export async function readRoutedChannels(
  tx: TransactionSql,
  planned: readonly PlannedChannel[],
): Promise<ReadonlyMap<ChannelId, RoutedChannel>> {
  const spent = new Set(planned.flatMap(({ id, quotaSpent }) => (quotaSpent ? [id] : [])))
  const rows = await tx<Row[]>`
    select c.id, c.name, c.kind, c.breaker_opened_at is not null as "isCutOff",
      case when a.id is not null
        then json_build_object('id', a.id, 'name', a.display_name) end as person
    from channel c left join account a on a.id = c.person_id where c.deleted_at is null`
  return new Map(
    rows.map(({ isCutOff, ...channel }) => {
      const waits = spent.has(channel.id) ? 'quota_used_up' : isCutOff ? 'cut_off' : null
      return [channel.id, { ...channel, waits }]
    }),
  )
}
