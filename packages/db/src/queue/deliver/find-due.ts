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
import type { ClaimOptions } from './claim.ts'

/** An associated cluster as it is stored. */
export interface SealedCluster {
  readonly config: Record<string, unknown>
  readonly sealedSecrets: string
}

export interface DueNotification {
  readonly id: NotificationId
  readonly alert_id: string | null
  readonly channel_id: ChannelId | null
  readonly test_id: ChannelTestId | null
  readonly kind: MessageKind
  readonly message: ChannelMessage
  readonly locale: MessageLocale
  readonly time_zone: string | null
  readonly attempts: number
  readonly deadline: Instant
  readonly may_be_duplicate: boolean
  readonly degraded: boolean
  /** Its channel is cut off, so that it is sent to find out whether that has passed. */
  readonly is_probe: boolean
  readonly channel_kind: string
  readonly config: Record<string, unknown>
  readonly sealed_secrets: string
  readonly budget_key: string
  /** The cluster that the settings name, or the draft of one that is tested. */
  readonly cluster: SealedCluster | null
  /** The address of the person whose mailbox it is; the settings are those of the channel behind it. */
  readonly mailbox: string | null
  readonly monthly_quota: number | null
  readonly priority: number
  readonly now: Instant
}

/**
 * Locks what is due: connection tests first, then up to `perChannel` of every channel by priority, and
 * of a channel that is cut off the most urgent one, when a probe is due. A robot whose budget is spent
 * is passed over until it opens again, first for what is urgent, and a robot that another worker has in
 * hand is left to it, so that nothing leaves before what is more urgent.
 * News waits while older news of the same alert and channel, or a digest that names it, is
 * unsettled: firing, repeats, resolved.
 */
export const findDue = (
  tx: TransactionSql,
  {
    limit,
    perChannel,
    busyChannels,
    portions = {},
  }: Pick<ClaimOptions, 'limit' | 'perChannel' | 'busyChannels' | 'portions'>,
): Promise<DueNotification[]> => tx<DueNotification[]>`
  with candidates as materialized (
    select n.id, t.budget_key from notification n join channel_test t on t.id = n.test_id
    where n.phase = 'open' and n.state in ('pending', 'retrying') and n.next_attempt_at <= now()
    union all
    select due.id, c.budget_key from channel c
    left join channel_bucket b on b.key = c.budget_key
    cross join lateral (
      select n.id from notification n
      where n.channel_id = c.id and n.phase = 'open' and n.state in ('pending', 'retrying')
        and n.next_attempt_at <= now()
        and (n.priority <= ${urgentPriority} or coalesce(b.opens_for_all_at <= now(), true))
        and not exists (
          select from notification other
          where other.alert_id = n.alert_id and other.channel_id = n.channel_id
            and (other.sequence < n.sequence and other.state in ('pending', 'retrying', 'sending')
              or other.digest_id is not null and exists (
                select from notification sent
                where sent.digest_id = other.digest_id and sent.kind = 'digest'
                  and sent.state in ('pending', 'retrying', 'sending')
              ))
        )
      order by n.priority, n.next_attempt_at
      limit case when c.breaker_opened_at is null then least(${perChannel}::int,
        (${JSON.stringify(portions)}::text::jsonb ->> c.kind)::int) else 1 end
    ) due
    where c.deleted_at is null and (c.person_id is null or c.kind <> ${mailboxKind}
        or exists (select from installation i where i.mail_channel_id is not null))
      and c.catch_up_since is null and coalesce(b.opens_at <= now(), true)
      and (c.probe_at is null or c.probe_at <= now()) and c.id <> all(${busyChannels as string[]}::uuid[])
  ), held as materialized (
    select key from channel_bucket where key in (select budget_key from candidates)
    for update skip locked
  ), taken as materialized (
    select n.* from notification n
    where n.id = any(array(
        select id from candidates
        where budget_key in (select key from held)
          or budget_key not in (select key from channel_bucket where key in (select budget_key from candidates))
      ))
      and n.state in ('pending', 'retrying') and n.next_attempt_at <= now()
    order by n.priority, n.next_attempt_at limit ${limit}
    for update of n skip locked
  )
  select n.id, n.alert_id, n.channel_id, n.test_id, n.kind, n.message, n.locale, n.attempts,
    n.deadline, n.may_be_duplicate, n.degraded,
    coalesce(c.breaker_opened_at is not null, false) as is_probe, coalesce(c.kind, t.kind) as channel_kind,
    coalesce(mail.config, c.config, t.config) as config,
    coalesce(mail.sealed_secrets, c.sealed_secrets, t.sealed_secrets) as sealed_secrets,
    coalesce(mail.budget_key, c.budget_key, t.budget_key) as budget_key,
    coalesce(t.cluster, case when o.id is not null
      then jsonb_build_object('config', o.config, 'sealedSecrets', o.sealed_secrets) end) as cluster,
    case when mail.id is not null then person.email end as mailbox, c.monthly_quota, n.priority,
    (select message_time_zone from installation) as time_zone, now() as now
  from taken n
  left join channel c on c.id = n.channel_id
  left join channel_test t on t.id = n.test_id
  left join ocp_cluster o on o.id::text = coalesce(c.config, t.config) ->> 'cluster'
    and o.deleted_at is null
  left join account person on person.id = c.person_id
  left join installation i on c.person_id is not null and c.kind = ${mailboxKind}
  left join channel mail on mail.id = i.mail_channel_id
  order by n.priority, n.sequence`
