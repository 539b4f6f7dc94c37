import type { DigestId, Instant } from '@highwater/core'
import type { Database, TransactionSql } from '../../client/connect.ts'
import { newId } from '../../client/new-id.ts'
import { readNowFrom } from '../../client/now.ts'
import { publishFrom, type Topic } from '../../client/topics.ts'
import { whyGone } from '../deliver/why-gone.ts'
import { refreshSendingStatus, writeOutbox } from '../outbox/write-notifications.ts'
import { type DueDigest, digestRow, loadContents } from './compose-digest.ts'

export interface SendDigestsOptions {
  readonly limit: number
  /** The public address, for the links in messages. */
  readonly consoleUrl: string
}

/**
 * Locks the digests whose time has come; another worker's are skipped, and those for a channel that
 * somebody is switching off or deleting, which are written once that is done.
 */
async function takeDue(tx: TransactionSql, limit: number): Promise<readonly DigestId[]> {
  const rows = await tx<{ id: DigestId }[]>`
    select d.id from digest d join channel c on c.id = d.channel_id
    where d.closed_at is null and d.due_at <= now()
    order by d.due_at limit ${limit}
    for update of d skip locked for key share of c skip locked`
  return rows.map(({ id }) => id)
}

/** They are asked for only when their channels are locked: what became of those meanwhile is seen. */
const readDigests = (tx: TransactionSql, ids: readonly DigestId[]) => tx<DueDigest[]>`
  select d.id, d.number, d.why, d.locale, d.channel_id, c.kind as channel_kind, d.subscription_id, s.name as subscription,
    s.levels,
    d."group", g.gap_from, g.gap_to,
    ${tx.unsafe(whyGone)} as channel_gone
  from digest d
  join channel c on c.id = d.channel_id
  left join subscription s on s.id = d.subscription_id
  left join gap_search g on g.alert_id = d.gap_alert_id
  where d.id = any(${[...ids]}::uuid[])
  order by d.due_at`

/**
 * A group of alike alerts of which more came within its window goes on being gathered, so that a
 * channel gets one message of it in a window; where nothing came, the next alert is told at once.
 */
async function turnWindows(tx: TransactionSql, closed: readonly DigestId[], now: Instant) {
  await tx`
    insert into digest (id, channel_id, why, group_key, "group", locale, opened_at, due_at)
    select t.id, d.channel_id, d.why, d.group_key, d."group", d.locale, ${now},
      ${now}::timestamptz + (c.aggregation ->> 'windowSeconds')::int * interval '1 second'
    from unnest(
      ${[...closed]}::uuid[], ${closed.map(() => newId<'digest'>())}::uuid[]
    ) as t (closed_id, id)
    join digest d on d.id = t.closed_id and d.why = 'aggregation'
    join channel c on c.id = d.channel_id and c.aggregation is not null and c.deleted_at is null
    where exists (select from notification n where n.digest_id = d.id)
    on conflict (channel_id, why, group_key) where closed_at is null and subscription_id is null
      do nothing`
  await tx`
    delete from digest d where id = any(${[...closed]}::uuid[]) and why = 'aggregation'
      and not exists (select from notification n where n.digest_id = d.id)`
}

/**
 * Writes the messages of the digests that are due. A digest is closed and its message written in one
 * transaction: whichever worker comes first, and however often one dies, it is sent once.
 */
export async function sendDueDigests(
  db: Database,
  { limit, consoleUrl }: SendDigestsOptions,
): Promise<{ readonly taken: number; readonly more: boolean }> {
  return db.sql.begin(async (tx) => {
    const ids = await takeDue(tx, limit)
    if (ids.length === 0) return { taken: 0, more: false }
    const now = await readNowFrom(tx)
    const due = await readDigests(tx, ids)
    const contentOf = await loadContents(tx, ids)
    const rows = due.flatMap((digest) => {
      const content = contentOf(digest.id)
      return content.members.length === 0 ? [] : [digestRow(digest, content, now, consoleUrl)]
    })
    await tx`update digest set closed_at = ${now} where id = any(${ids}::uuid[])`
    await writeOutbox(tx, rows, now)
    await turnWindows(tx, ids, now)
    const alerts = ids.flatMap((id) => contentOf(id).members.map(({ alert_id }) => alert_id))
    await refreshSendingStatus(tx, [...new Set(alerts)])
    const topics: Topic[] = ['deliver', 'deliveries', 'alerts']
    topics.push(...alerts.map((id): Topic => `alert:${id}`))
    await publishFrom(tx, topics)
    return { taken: due.length, more: due.length === limit }
  })
}
