import type { DigestId, Instant } from '@highwater/core'
import type { Collecting, Suppression } from '@highwater/core/notify'
import type { TransactionSql } from '../../client/connect.ts'
import { newId } from '../../client/new-id.ts'

const keyOf = ({ subscription, channel, why }: Collecting): string =>
  `${subscription.id} ${channel} ${why}`

/** Whoever changed or removed the limit a moment ago had what was gathered by then told. */
const stillLimits = (tx: TransactionSql, { id, limit }: Collecting['subscription']) => tx`exists (
  select from subscription s where s.id = ${id} and s.enabled and s.deleted_at is null
    and s.receive_limit = ${JSON.stringify(limit)}::text::jsonb)`

/**
 * The digest that each of these suppressions goes into: the one that is being gathered, else a new
 * one. Its row stays locked until the commit, so that none is sent without what joins it now.
 */
export async function gatherDigests(
  tx: TransactionSql,
  held: readonly Suppression[],
  now: Instant,
): Promise<(suppression: Suppression) => DigestId | null> {
  const wanted = new Map(
    held.flatMap(({ collecting }) =>
      collecting ? [[keyOf(collecting), collecting] as const] : [],
    ),
  )
  if (wanted.size === 0) return () => null
  const ids = new Map<string, DigestId>()
  for (const [key, { subscription, channel, why, gap, dueAt }] of [...wanted].sort()) {
    const [row] = await tx<{ id: DigestId }[]>`
      insert into digest as open (id, subscription_id, channel_id, why, gap_alert_id, locale,
        opened_at, due_at)
      values (${newId<'digest'>()}, ${subscription.id}, ${channel}, ${why}, ${gap ?? null},
        ${subscription.locale}, ${now},
        case when ${why} <> 'limit' or ${stillLimits(tx, subscription)}
          then ${dueAt}::timestamptz else ${now} end)
      on conflict (subscription_id, channel_id, why)
        where closed_at is null and subscription_id is not null
        do update set due_at = open.due_at
      returning id`
    if (row) ids.set(key, row.id)
  }
  return ({ collecting }) => (collecting ? (ids.get(keyOf(collecting)) ?? null) : null)
}
