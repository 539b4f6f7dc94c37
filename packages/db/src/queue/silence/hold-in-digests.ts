import { channelKinds, keepsIncidents } from '@highwater/channels/catalog'
import type { DigestId, Instant, NotificationId } from '@highwater/core'
import type { DigestMessage } from '@highwater/core/notify'
import type { TransactionSql } from '../../client/connect.ts'
import { contentOfDigest, loadContents } from '../digest/compose-digest.ts'
import type { HoldOnAlert } from './record-holds.ts'

const kindsOfIncidents = channelKinds.flatMap(({ kind }) => (keepsIncidents(kind) ? [kind] : []))

/**
 * Nobody has read of it: it was never tried, or was refused as the one call that it is. What keeps
 * incidents is called for each alert, and may have opened some of them before it refused the next.
 */
const isUnread = (tx: TransactionSql) => tx`(n.attempts = 0 or not n.may_be_duplicate
  and c.kind <> all(${kindsOfIncidents}::text[]))`

/**
 * The digests that have not left: those that gather still, and those whose message waits. What came and
 * went unwatched was held against the silences of its own time.
 */
export const unsentDigests = (tx: TransactionSql) => tx`
  select id from digest where closed_at is null and why <> 'gap'
  union all
  select d.id from notification_waiting w
  join notification n on n.id = w.id and n.kind = 'digest'
  join digest d on d.id = n.digest_id and d.why <> 'gap'
  join channel c on c.id = n.channel_id
  where ${isUnread(tx)}`

interface WaitingDigest {
  readonly id: NotificationId
  readonly digest: DigestId
  readonly channel_kind: string
  readonly message: DigestMessage
}

/** Those that name one of these alerts, locked; what is being sent this very moment is let go. */
const takeWaiting = (tx: TransactionSql, alerts: readonly string[]) => tx<WaitingDigest[]>`
  select n.id, n.digest_id as digest, c.kind as channel_kind, n.message
  from notification_waiting w
  join notification n on n.id = w.id and n.kind = 'digest' and n.state in ('pending', 'retrying')
  join digest d on d.id = n.digest_id and d.why <> 'gap'
  join channel c on c.id = n.channel_id
  where ${isUnread(tx)} and exists (
    select from notification named
    where named.digest_id = n.digest_id and named.alert_id = any(${[...alerts]}::uuid[])
  )
  order by n.sequence for update of n`

/**
 * A digest that has lost all of its alerts is held as they are; another one says of those that are left
 * what it said before, for their ends may wait behind it.
 */
async function writeAnew(
  tx: TransactionSql,
  waiting: readonly WaitingDigest[],
  holds: readonly HoldOnAlert[],
  now: Instant,
  consoleUrl: string,
): Promise<void> {
  const [first] = holds
  if (waiting.length === 0 || first === undefined) return
  const held = new Set<string>(holds.map(({ alert }) => alert.id))
  const contentOf = await loadContents(
    tx,
    waiting.map(({ digest }) => digest),
  )
  for (const { id, digest, channel_kind, message } of waiting) {
    const content = contentOf(digest)
    if (content.members.length === 0) {
      await tx`
        update notification set state = 'suppressed', reason = ${first.reason},
          reason_detail = ${JSON.stringify(first.silence)}::text::jsonb, next_attempt_at = null,
          settled_at = ${now}
        where id = ${id}`
      continue
    }
    const { count, mentions } = contentOfDigest(content, channel_kind, consoleUrl)
    const members = message.members.filter(({ incidentId }) => !held.has(incidentId))
    const anew = { ...message, count, members, mentions, sentFor: now }
    await tx`
      update notification set message = ${JSON.stringify(anew)}::text::json where id = ${id}`
  }
}

/** Takes alerts that a silence hides out of the digests that have not left. */
export async function holdInDigests(
  tx: TransactionSql,
  holds: readonly HoldOnAlert[],
  now: Instant,
  consoleUrl: string,
): Promise<void> {
  const waiting = await takeWaiting(
    tx,
    holds.map(({ alert }) => alert.id),
  )
  await tx`
    update notification n set reason = held.reason, reason_detail = held.detail, digest_id = null
    from unnest(
      ${holds.map(({ alert }) => alert.id)}::uuid[], ${holds.map(({ reason }) => reason)}::text[],
      ${holds.map(({ silence }) => JSON.stringify(silence))}::text[]::jsonb[]
    ) as held (alert_id, reason, detail)
    where n.alert_id = held.alert_id and n.state = 'suppressed' and n.digest_id in (
      select id from digest where closed_at is null and why <> 'gap'
      union all select unnest(${waiting.map(({ digest }) => digest)}::uuid[]))`
  await writeAnew(tx, waiting, holds, now, consoleUrl)
}
