import type { AlertId, Instant } from '@highwater/core'
import type { OutcomeKind } from '@highwater/core/delivery'
import type { MessageKind } from '@highwater/core/notify'
import { sql } from 'drizzle-orm'
import type { NotificationState } from '../notification/state.ts'
import type { Reader } from '../reader.ts'

/** What one channel last got of an alert, or why it got nothing; without a channel, why nobody did. */
export interface Verdict {
  readonly channelName: string | null
  readonly channelKind: string | null
  readonly kind: MessageKind
  readonly state: NotificationState
  /** Why it was not delivered, or why nobody was to be told. */
  readonly reason: string | null
  readonly outcome: OutcomeKind | null
  /** When it was settled, or written while it is not. */
  readonly at: Instant
  readonly nextAttemptAt: Instant | null
}

interface VerdictRow extends Record<string, unknown> {
  readonly alert_id: AlertId
  readonly verdict: Verdict
  readonly at: Instant
  readonly next_attempt_at: Instant | null
}

/** A digest is looked for among so many messages: an alert that lasts for weeks has thousands. */
const recent = 50

const newestWhere = (condition: ReturnType<typeof sql>) => sql`
  select * from notification
  where alert_id = wanted.id and state <> 'superseded' and ${condition}
  order by sequence desc limit 1`

/**
 * Per alert the verdict of each channel, first what arrived, then what failed, waits and is held. A
 * repeat that is held back does not hide what the channel got before it; a digest counts like a
 * message of the alert's own.
 */
export async function readVerdicts(
  db: Reader,
  alertIds: readonly AlertId[],
): Promise<ReadonlyMap<AlertId, readonly Verdict[]>> {
  if (alertIds.length === 0) return new Map()
  const rows = await db.execute<VerdictRow>(sql`
    select wanted.id as alert_id, coalesce(n.settled_at, n.created_at) as at,
      case when n.state <> 'sending' then n.next_attempt_at end as next_attempt_at,
      json_build_object('channelName', c.name, 'channelKind', c.kind, 'kind', n.kind,
        'state', n.state, 'reason', coalesce(n.reason, last.reason), 'outcome', last.outcome) as verdict
    from unnest(${sql.param([...alertIds])}::uuid[]) as wanted (id)
    cross join (
      select id, name, kind from channel where id in (
        select channel_id from notification
        where alert_id = any(${sql.param([...alertIds])}::uuid[]))
      union all select null, null, null
    ) c
    cross join lateral (
      select * from (
        (${newestWhere(sql`channel_id = c.id and state <> 'suppressed'`)})
        union all
        (select sent.* from (
            select digest_id, sequence from notification
            where alert_id = wanted.id and channel_id = c.id
            order by sequence desc limit ${recent}
          ) held
          join notification sent on sent.digest_id = held.digest_id and sent.kind = 'digest'
          order by held.sequence desc limit 1)
        union all
        (${newestWhere(sql`channel_id = c.id`)})
        union all
        (${newestWhere(sql`c.id is null and channel_id is null`)})
      ) as about
      order by state = 'suppressed', sequence desc limit 1
    ) n
    left join lateral (
      select outcome, reason from delivery_attempt where notification_id = n.id
      order by number desc limit 1
    ) last on true
    order by array_position(
      array['delivered', 'partial', 'failed', 'retrying', 'sending', 'pending'], n.state), n.sequence`)
  const verdicts = new Map<AlertId, Verdict[]>()
  for (const { alert_id, verdict, at, next_attempt_at } of rows) {
    const known = verdicts.get(alert_id) ?? []
    verdicts.set(alert_id, [...known, { ...verdict, at, nextAttemptAt: next_attempt_at }])
  }
  return new Map([...verdicts].map(([id, found]) => [id, ofChannels(found)]))
}

/** That nobody was to be told is the verdict only where no channel has one. */
function ofChannels(found: readonly Verdict[]): readonly Verdict[] {
  const named = found.filter(({ channelName }) => channelName !== null)
  return named.length > 0 ? named : found
}
