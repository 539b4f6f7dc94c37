import { readdressed } from '@highwater/channels/catalog'
import type { TransactionSql } from '../../client/connect.ts'
import { mailboxKind } from '../outbox/open-mailboxes.ts'
import { quotaOfRobot } from '../outbox/robot-of.ts'

/** An associated cluster as it is stored. */
export interface SealedCluster {
  readonly config: Record<string, unknown>
  readonly sealedSecrets: string
}

/** Where messages go: a channel, or the draft that is tested. One object for all of them in a claim. */
export interface Destination {
  readonly kind: string
  readonly config: Record<string, unknown>
  readonly sealedSecrets: string
  readonly budgetKey: string
  /** The cluster that the settings name, or the draft of one that is tested. */
  readonly cluster: SealedCluster | null
  /** Of its robot: the smallest of all channels that share it. Tests are sent beyond it. */
  readonly monthlyQuota: number | null
  /** Its breaker is open: what is sent finds out whether that has passed. */
  readonly isCutOff: boolean
}

export interface DestinationRow extends Destination {
  readonly id: string
  /** The address of the person whose mailbox it is; the settings are those of the channel behind it. */
  readonly mailbox: string | null
}

export const toDestination = ({ id: _id, mailbox, ...row }: DestinationRow): Destination =>
  mailbox === null ? row : { ...row, config: readdressed(row.kind, row.config, mailbox) }

/**
 * The settings of each channel and each test among the notifications of the statement's `taken`, once,
 * however many it has.
 */
export const destinationsOf = (tx: TransactionSql) => tx`
  with destination as (
    select c.id, c.kind, coalesce(mail.config, c.config) as config,
      coalesce(mail.sealed_secrets, c.sealed_secrets) as sealed_secrets,
      coalesce(mail.budget_key, c.budget_key) as budget_key, null::jsonb as cluster,
      false as is_test, c.breaker_opened_at is not null as is_cut_off,
      case when mail.id is not null then person.email end as mailbox
    from channel c
    left join account person on person.id = c.person_id
    left join installation i on c.person_id is not null and c.kind = ${mailboxKind}
    left join channel mail on mail.id = i.mail_channel_id and mail.kind = ${mailboxKind}
    where c.id in (select channel_id from taken)
    union all
    select id, kind, config, sealed_secrets, budget_key, cluster, true, false, null
    from channel_test where id in (select test_id from taken)
  )
  select d.id, d.kind, d.config, d.sealed_secrets as "sealedSecrets", d.budget_key as "budgetKey",
    coalesce(d.cluster, case when o.id is not null
      then jsonb_build_object('config', o.config, 'sealedSecrets', o.sealed_secrets) end) as cluster,
    case when not d.is_test then ${quotaOfRobot(tx, tx`d.budget_key`)} end as "monthlyQuota", d.is_cut_off as "isCutOff", d.mailbox
  from destination d
  left join ocp_cluster o on o.id::text = d.config ->> 'cluster' and o.deleted_at is null`
