import type { ChannelId, Instant, MessageLocale, NotificationId } from '@highwater/core'
import {
  type AlertMessage,
  type DigestMessage,
  detoursAmong,
  type MessageKind,
  type PlannedChannel,
  type SuppressionReason,
} from '@highwater/core/notify'
import { jsonArray, plainArray } from '../../client/array-literals.ts'
import type { Database, TransactionSql } from '../../client/connect.ts'
import { readNowFrom } from '../../client/now.ts'
import { publishFrom, type Topic } from '../../client/topics.ts'
import { lockPlannedChannels } from '../outbox/load-channels.ts'
import {
  alertsToldBy,
  type OutboxRow,
  refreshSendingStatus,
  writeOutbox,
} from '../outbox/write-notifications.ts'

interface Stuck extends Pick<OutboxRow, 'alertId' | 'digestId' | 'subscriptions'> {
  readonly id: NotificationId
  readonly channel: ChannelId
  readonly kind: MessageKind
  readonly message: AlertMessage | DigestMessage
  readonly locale: MessageLocale
  readonly priority: number
  readonly deadline: Instant
  /** The other channel is told of this very news anyway, perhaps in a digest. */
  readonly toldThere: boolean
}

type Detours = ReadonlyMap<ChannelId, PlannedChannel>

const takeStuck = (tx: TransactionSql, detours: Detours, limit: number) => tx<Stuck[]>`
  select n.id, n.alert_id as "alertId", n.digest_id as "digestId", n.subscriptions, n.kind,
    n.channel_id as channel, n.message, n.locale, n.priority, n.deadline,
    exists (
      select from notification own where own.alert_id = n.alert_id and own.kind = n.kind
        and own.channel_id = t.instead and own.created_at = n.created_at
        and (own.state <> 'suppressed' or own.digest_id is not null)
    ) as "toldThere"
  from unnest(
    ${plainArray([...detours.keys()])}::uuid[],
    ${plainArray([...detours.values()].map(({ id }) => id))}::uuid[]
  ) as t (channel, instead)
  join notification_waiting w on w.channel_id = t.channel
  join notification n on n.id = w.id and n.state in ('pending', 'retrying')
  order by n.sequence limit ${limit}
  for update of n skip locked`

/** Says of each why it is not sent here, and by which channel it is told. */
async function suppress(
  tx: TransactionSql,
  stuck: readonly Stuck[],
  detours: Detours,
  now: Instant,
): Promise<void> {
  const details = stuck.map(({ channel }) => {
    const instead = detours.get(channel)
    return { channel: instead?.name ?? '', channelId: instead?.id ?? '' }
  })
  await tx`
    update notification n set state = 'suppressed', next_attempt_at = null, settled_at = ${now},
      reason = ${'quota_used_up' satisfies SuppressionReason}, reason_detail = t.detail
    from unnest(${plainArray(stuck.map(({ id }) => id))}::uuid[], ${jsonArray(details)}::jsonb[])
      as t (id, detail)
    where n.id = t.id`
}

const rowsInstead = (stuck: readonly Stuck[], detours: Detours): OutboxRow[] =>
  stuck.flatMap(({ id, channel, toldThere, ...rest }) => {
    const instead = detours.get(channel)
    if (instead === undefined || toldThere) return []
    const dedupeKey = `instead of ${id}`
    return [{ ...rest, channelId: instead.id, suppression: null, wakeAt: null, dedupeKey }]
  })

/**
 * Hands on what was waiting for a channel when its monthly quota ran out: its fallback channel tells
 * it. News that comes later is planned for that channel at once.
 */
export async function sendPastQuota(
  db: Database,
  limit: number,
): Promise<{ readonly taken: number; readonly more: boolean }> {
  return db.sql.begin(async (tx) => {
    const detours = detoursAmong(await lockPlannedChannels(tx, [], []))
    if (detours.size === 0) return { taken: 0, more: false }
    const stuck = await takeStuck(tx, detours, limit)
    if (stuck.length === 0) return { taken: 0, more: false }
    const now = await readNowFrom(tx)
    await suppress(tx, stuck, detours, now)
    await writeOutbox(tx, rowsInstead(stuck, detours), now)
    const alerts = await alertsToldBy(
      tx,
      stuck.map(({ id }) => id),
    )
    await refreshSendingStatus(tx, alerts)
    const topics: Topic[] = ['deliver', 'deliveries', 'alerts']
    await publishFrom(tx, [...topics, ...alerts.map((id): Topic => `alert:${id}`)])
    return { taken: stuck.length, more: stuck.length === limit }
  })
}
