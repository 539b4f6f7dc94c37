import type {
  ChannelId,
  ChannelTestId,
  Instant,
  MessageLocale,
  NotificationId,
} from '@highwater/core'
import { type ChannelMessage, type MessageKind, urgentPriority } from '@highwater/core/notify'
import type { TransactionSql } from '../../client/connect.ts'
import { mailboxKind } from '../outbox/open-mailboxes.ts'
import { robotOf } from '../outbox/robot-of.ts'
import type { ClaimOptions } from './claim.ts'
import {
  type Destination,
  type DestinationRow,
  destinationsOf,
  toDestination,
} from './destination.ts'

interface DueNotification {
  readonly id: NotificationId
  readonly alert_id: string | null
  readonly channel_id: ChannelId | null
  readonly test_id: ChannelTestId | null
  readonly kind: MessageKind
  readonly message: ChannelMessage
  readonly locale: MessageLocale
  readonly attempts: number
  readonly deadline: Instant
  readonly may_be_duplicate: boolean
  readonly degraded: boolean
  readonly priority: number
}

/** What is due, with where it goes. */
export interface DueMessage extends DueNotification {
  readonly destination: Destination
}

/** One document of each, which is read at once: a row and a column of one by one would take thrice as long. */
interface Found {
  readonly notifications: readonly Omit<DueNotification, 'message'>[]
  /** What each of them says, as JSON, in the same order. */
  readonly messages: string | null
  readonly destinations: readonly DestinationRow[]
  readonly channels: number
}

export interface DueMessages {
  readonly due: readonly DueMessage[]
  /** How many channels have something due, whether there was room for it or not. */
  readonly channelsDue: number
}

type PortionOptions = Pick<
  ClaimOptions,
  'limit' | 'perChannel' | 'busyChannels' | 'portions' | 'portionsOf' | 'share'
>

/**
 * Locks what is due: connection tests first, then up to `perChannel` of every channel by priority, and
 * of a channel that is cut off the most urgent one, when a probe is due. A robot whose budget is spent
 * is passed over until it opens again, first for what is urgent, and a robot that another worker has in
 * hand is left to it, so that nothing leaves before what is more urgent.
 * News waits while older news of the same alert and channel, or a digest that names it, is
 * unsettled: firing, repeats, resolved.
 */
const lockDue = (
  tx: TransactionSql,
  {
    limit,
    perChannel,
    busyChannels,
    portions = {},
    portionsOf = {},
    share = limit,
  }: PortionOptions,
): Promise<Found[]> => tx<Found[]>`
  with candidates as materialized (
    select w.id, null::uuid as channel_id, t.budget_key, w.priority, w.next_attempt_at, w.sequence
    from notification_waiting w join channel_test t on t.id = w.test_id
    where w.test_id is not null and w.next_attempt_at <= now()
    union all
    select due.id, c.id, robot.key, due.priority, due.next_attempt_at, due.sequence from channel c
    cross join lateral (select ${robotOf(tx)} as key) robot
    left join channel_bucket b on b.key = robot.key
    cross join lateral (
      select w.id, w.priority, w.next_attempt_at, w.sequence from notification_waiting w
      where w.channel_id = c.id and w.next_attempt_at <= now()
        and (w.priority <= ${urgentPriority} or coalesce(b.opens_for_all_at <= now(), true))
        -- In the order of one index: while a new installation has no statistics yet, others look as good.
        and (
          select true from notification older
          where older.alert_id = w.alert_id and older.channel_id = w.channel_id
            and older.sequence < w.sequence and older.state in ('pending', 'retrying', 'sending')
          order by older.sequence limit 1
        ) is null
        -- Asked for each by itself: a join would read all that was ever named by a digest.
        and (
          select true from notification named
          join notification sent on sent.digest_id = named.digest_id and sent.kind = 'digest'
          where named.alert_id = w.alert_id and named.channel_id = w.channel_id
            and named.digest_id is not null and sent.state in ('pending', 'retrying', 'sending')
          limit 1
        ) is null
      order by w.priority, w.next_attempt_at, w.sequence
      limit case when c.breaker_opened_at is null then least(${share}::int,
        coalesce((${JSON.stringify(portionsOf)}::text::jsonb ->> c.id::text)::int, least(${perChannel}::int,
          (${JSON.stringify(portions)}::text::jsonb ->> c.kind)::int))) else 1 end
    ) due
    where c.deleted_at is null and (c.person_id is null or c.kind <> ${mailboxKind}
        or exists (select from installation i where i.mail_channel_id is not null))
      and c.catch_up_since is null and coalesce(b.opens_at <= now(), true)
      and (c.probe_at is null or c.probe_at <= now()) and c.id <> all(${busyChannels as string[]}::uuid[])
  ), held as materialized (
    select key from channel_bucket where key in (select budget_key from candidates)
    for update skip locked
  ), free as (
    select id, priority, next_attempt_at, sequence from candidates
    where budget_key in (select key from held)
      or budget_key not in (select key from channel_bucket where key in (select budget_key from candidates))
    order by priority, next_attempt_at, sequence
  ), taken as materialized (
    select n.id, n.sequence, n.alert_id, n.channel_id, n.test_id, n.kind, n.message, n.locale,
      n.attempts, n.deadline, n.may_be_duplicate, n.degraded, n.priority
    from free join notification n on n.id = free.id
    where n.state in ('pending', 'retrying') and n.next_attempt_at <= now()
      and (n.test_id is null or n.deadline > now())
    order by free.priority, free.next_attempt_at, free.sequence limit ${limit}
    for update of n skip locked
  )
  select (
      select coalesce(json_agg(due), '[]') from (
        select id, alert_id, channel_id, test_id, kind, locale, attempts,
          floor(extract(epoch from deadline) * 1000)::bigint as deadline, may_be_duplicate, degraded,
          priority
        from taken order by priority, sequence
      ) due
    ) as notifications,
    (
      select string_agg(coalesce(message::text, 'null'), ${between}) from (
        select message from taken order by priority, sequence
      ) due
    ) as messages,
    (
      select coalesce(json_agg(destination), '[]') from (${destinationsOf(tx)}) destination
    ) as destinations,
    (select count(distinct channel_id)::int from candidates) as channels`

/** A sign that stands in no JSON, where it would have to be escaped. */
const between = '\u001e'

/** Of many channels that are told the same, all have the one message: it is read once, and put into words once. */
function readMessages(texts: string): ChannelMessage[] {
  const known = new Map<string, ChannelMessage>()
  return texts.split(between).map((text) => {
    const message: ChannelMessage = known.get(text) ?? JSON.parse(text)
    known.set(text, message)
    return message
  })
}

/** What is due and locked for this transaction, in the order in which it is to be sent. */
export async function findDue(tx: TransactionSql, options: PortionOptions): Promise<DueMessages> {
  const [found] = await lockDue(tx, options)
  const rows = found?.destinations ?? []
  const destinations = new Map(rows.map((row) => [row.id, toDestination(row)]))
  const messages = found?.messages ? readMessages(found.messages) : []
  const due = (found?.notifications ?? []).flatMap((row, place) => {
    const destination = destinations.get(row.channel_id ?? row.test_id ?? '')
    const message = messages[place]
    return destination && message !== undefined ? [{ ...row, message, destination }] : []
  })
  return { due, channelsDue: found?.channels ?? 0 }
}
