import { readdressed } from '@highwater/channels/catalog'
import { plainArray } from '../../client/array-literals.ts'
import type { TransactionSql } from '../../client/connect.ts'
import { mailboxKind } from '../outbox/open-mailboxes.ts'
import type { DueNotification } from './find-due.ts'

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
  readonly monthlyQuota: number | null
  /** Its breaker is open: what is sent finds out whether that has passed. */
  readonly isCutOff: boolean
}

/** What is due, with where it goes. */
export interface DueMessage extends DueNotification {
  readonly destination: Destination
}

interface DestinationRow extends Destination {
  readonly id: string
  /** The address of the person whose mailbox it is; the settings are those of the channel behind it. */
  readonly mailbox: string | null
}

const toDestination = ({ id: _id, mailbox, ...row }: DestinationRow): Destination =>
  mailbox === null ? row : { ...row, config: readdressed(row.kind, row.config, mailbox) }

/** Reads the settings of each channel and each test among these messages once, however many it has. */
export async function loadDestinations(
  tx: TransactionSql,
  due: readonly DueNotification[],
): Promise<readonly DueMessage[]> {
  if (due.length === 0) return []
  const channels = new Set(due.map((row) => row.channel_id))
  const tests = new Set(due.map((row) => row.test_id))
  const rows = await tx<DestinationRow[]>`
    with destination as (
      select c.id, c.kind, coalesce(mail.config, c.config) as config,
        coalesce(mail.sealed_secrets, c.sealed_secrets) as sealed_secrets,
        coalesce(mail.budget_key, c.budget_key) as budget_key, null::jsonb as cluster,
        c.monthly_quota, c.breaker_opened_at is not null as is_cut_off,
        case when mail.id is not null then person.email end as mailbox
      from channel c
      left join account person on person.id = c.person_id
      left join installation i on c.person_id is not null and c.kind = ${mailboxKind}
      left join channel mail on mail.id = i.mail_channel_id
      where c.id = any(${plainArray([...channels])}::uuid[])
      union all
      select id, kind, config, sealed_secrets, budget_key, cluster, null, false, null
      from channel_test where id = any(${plainArray([...tests])}::uuid[])
    )
    select d.id, d.kind, d.config, d.sealed_secrets as "sealedSecrets", d.budget_key as "budgetKey",
      coalesce(d.cluster, case when o.id is not null
        then jsonb_build_object('config', o.config, 'sealedSecrets', o.sealed_secrets) end) as cluster,
      d.monthly_quota as "monthlyQuota", d.is_cut_off as "isCutOff", d.mailbox
    from destination d
    left join ocp_cluster o on o.id::text = d.config ->> 'cluster' and o.deleted_at is null`
  const destinations = new Map(rows.map((row) => [row.id, toDestination(row)]))
  return due.flatMap((row) => {
    const destination = destinations.get(row.channel_id ?? row.test_id ?? '')
    return destination ? [{ ...row, destination }] : []
  })
}
