import type { DigestId, Instant, MessageLocale, SubscriptionId } from '@highwater/core'
import type { UndeliveredReason } from '@highwater/core/delivery'
import type {
  AlertMessage,
  DigestMessage,
  MessageKind,
  Superseded,
  Suppression,
} from '@highwater/core/notify'
import { instantArray, jsonArray, plainArray, textArray } from '../../client/array-literals.ts'
import type { TransactionSql } from '../../client/connect.ts'
import { inPortions } from '../../client/in-portions.ts'
import { newId } from '../../client/new-id.ts'
import { messagesAbout } from './load-told.ts'
import { notArrived, takeBack } from './take-back.ts'

/** So many rows are stored while the next are put into words. */
const portion = 250

/** One row of the outbox. Without a channel, or with a suppression, it records why nothing leaves. */
export interface OutboxRow {
  readonly alertId: string | null
  readonly channelId: string | null
  readonly kind: MessageKind
  readonly suppression: Pick<Suppression, 'reason' | 'detail'> | null
  /** When to look again whether a held message still has to be told. */
  readonly wakeAt: Instant | null
  /** The digest that names the alert instead, or whose message this is. */
  readonly digestId: DigestId | null
  readonly subscriptions: readonly { readonly id: SubscriptionId; readonly name: string }[] | null
  /** Null: the installation's language. */
  readonly locale: MessageLocale | null
  readonly message: AlertMessage | DigestMessage
  readonly priority: number
  /** When it may leave at the earliest; left out for at once. */
  readonly sendAt?: Instant
  readonly deadline: Instant
  /** Tells this news from every other of the same alert and channel. */
  readonly dedupeKey: string
}

const insertPortion = async (tx: TransactionSql, rows: readonly OutboxRow[], now: Instant) => {
  const column = <T>(read: (row: OutboxRow) => T): T[] => rows.map(read)
  await tx`
    insert into notification (id, alert_id, channel_id, kind, state, reason, reason_detail,
      subscriptions, wake_at, digest_id, message, locale, priority, next_attempt_at, deadline,
      created_at, settled_at, dedupe_key)
    select t.id, alert_id, channel_id, kind,
      case when suppression is null then 'pending' else 'suppressed' end, suppression, detail,
      subscriptions, wake_at, digest_id, message, coalesce(locale, i.message_locale), priority,
      case when suppression is null then send_at end, deadline, ${now},
      case when suppression is not null then ${now}::timestamptz end, dedupe_key
    from rows from (
      unnest(
        ${plainArray(rows.map(() => newId<'notification'>()))}::uuid[],
        ${plainArray(column((row) => row.alertId))}::uuid[],
        ${plainArray(column((row) => row.channelId))}::uuid[],
        ${textArray(column((row) => row.kind))}::text[],
        ${textArray(column((row) => row.suppression?.reason ?? null))}::text[],
        ${jsonArray(column((row) => row.suppression?.detail))}::jsonb[],
        ${jsonArray(column((row) => row.subscriptions))}::jsonb[],
        ${instantArray(column((row) => row.wakeAt))}::timestamptz[],
        ${plainArray(column((row) => row.digestId))}::uuid[],
        ${textArray(column((row) => row.locale))}::text[],
        ${plainArray(column((row) => row.priority))}::smallint[],
        ${instantArray(column((row) => row.sendAt ?? now))}::timestamptz[],
        ${instantArray(column((row) => row.deadline))}::timestamptz[],
        ${textArray(column((row) => row.dedupeKey))}::text[]),
      -- Whole documents in an array of their own: nothing in them has to be escaped once more.
      json_array_elements(${JSON.stringify(column((row) => row.message))}::text::json)
    ) with ordinality as t (id, alert_id, channel_id, kind, suppression, detail, subscriptions,
      wake_at, digest_id, locale, priority, send_at, deadline, dedupe_key, message, position)
    cross join installation i
    order by position
    on conflict (dedupe_key) do nothing`
}

/** Writes notifications and suppressions. The same news written twice stays one row. */
export async function writeOutbox(
  tx: TransactionSql,
  rows: readonly OutboxRow[],
  now: Instant,
): Promise<void> {
  await inPortions(rows, portion, (part) => insertPortion(tx, part, now))
}

/** Of alike alerts that are still being gathered those leave that newer news tells: each is told once. */
const leaveDigests = (
  tx: TransactionSql,
  rows: readonly { readonly alert: string; readonly channel: string; readonly kind: string }[],
) => tx`
  update notification n set state = 'superseded', reason_detail = null, digest_id = null,
    reason = ${'superseded' satisfies UndeliveredReason}
  where n.id in (
    select n.id
    from unnest(
      ${plainArray(rows.map((row) => row.alert))}::uuid[], ${plainArray(rows.map((row) => row.channel))}::uuid[],
      ${textArray(rows.map((row) => row.kind))}::text[]
    ) as t (alert_id, channel_id, kind)
    join notification n on n.alert_id = t.alert_id and n.channel_id = t.channel_id and n.kind = t.kind
    join digest d on d.id = n.digest_id and d.closed_at is null and d.why = 'aggregation'
    where n.state = 'suppressed' order by n.id for no key update of n)`

/** Takes notifications of these kinds that have not arrived out of the way of newer news. */
export async function supersede(
  tx: TransactionSql,
  superseded: readonly Superseded[],
  now: Instant,
): Promise<void> {
  const rows = superseded.flatMap(({ alert, channel, kinds }) =>
    kinds.map((kind) => ({ alert, channel, kind })),
  )
  if (rows.length === 0) return
  const chosen = tx`
    select n.id, 'superseded', ${'superseded' satisfies UndeliveredReason}::text, null::jsonb
    from unnest(
      ${plainArray(rows.map((row) => row.alert))}::uuid[], ${plainArray(rows.map((row) => row.channel))}::uuid[],
      ${textArray(rows.map((row) => row.kind))}::text[]
    ) as t (alert_id, channel_id, kind)
    join notification n on n.alert_id = t.alert_id and n.channel_id = t.channel_id and n.kind = t.kind
    where n.state in ${tx.unsafe(notArrived)}`
  await takeBack(tx, chosen, now)
  await leaveDigests(tx, rows)
}

/**
 * Of these alerts those that something which arrived may have changed: one that was `pending` stays so
 * while anything of it is on its way, and the first such message tells without looking at all of them.
 */
const afterArrivals = (tx: TransactionSql, ids: string) => tx`
  select alert_id from alert_sending s where alert_id = any(${ids}::uuid[])
    and (status <> 'pending' or not exists (
      select from notification n where n.alert_id = s.alert_id and n.state in ('pending', 'sending')))`

/**
 * Sets the sending status of alerts from what became of their notifications (A15). Whoever settles a
 * message of the same alert meanwhile is waited for, or each would see the other's as under way.
 * @param because `arrived` where all that has happened is that messages arrived
 */
export async function refreshSendingStatus(
  tx: TransactionSql,
  alertIds: readonly string[],
  because: 'arrived' | 'changed' = 'changed',
): Promise<void> {
  if (alertIds.length === 0) return
  const ids = plainArray(alertIds)
  const locked = tx`
    select from alert_sending where alert_id = any(${ids}::uuid[])
    order by alert_id for no key update`
  const asked = because === 'arrived' ? tx`array(${afterArrivals(tx, ids)})` : tx`${ids}::uuid[]`
  const refreshed = tx`
    update alert_sending s set status = told.status
    from (
      select alert_id, case
          when bool_or(state = 'retrying') then 'sent_again'
          when bool_or(state in ('pending', 'sending', 'collected')) then 'pending'
          when bool_or(state in ('delivered', 'partial')) then 'successful'
          when bool_or(state = 'failed') then 'failed'
          else 'suppressed'
        end as status
      from (${messagesAbout(tx, asked)}) as message group by alert_id
    ) as told
    where s.alert_id = told.alert_id and s.status <> told.status`
  // One after the other on the wire, in one journey.
  await Promise.all([locked, refreshed])
}

/** The alerts that these notifications tell of: their own, or all that their digest names. */
export async function alertsToldBy(
  tx: TransactionSql,
  notificationIds: readonly string[],
): Promise<string[]> {
  const rows = await tx<{ alert_id: string }[]>`
    select alert_id from notification
    where id = any(${[...notificationIds]}::uuid[]) and alert_id is not null
    union
    select named.alert_id from notification sent
    join notification named on named.digest_id = sent.digest_id and named.alert_id is not null
    where sent.id = any(${[...notificationIds]}::uuid[]) and sent.kind = 'digest'`
  return rows.map((row) => row.alert_id)
}
