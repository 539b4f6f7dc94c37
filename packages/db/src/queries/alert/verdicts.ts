import type { AlertId, Instant } from '@highwater/core'
import type { OutcomeKind } from '@highwater/core/delivery'
import type { MessageKind } from '@highwater/core/notify'
import { sql } from 'drizzle-orm'
import type { NotificationState } from '../notification/state.ts'
import type { Reader } from '../reader.ts'

/** What became of the newest message about an alert. */
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

export async function readVerdicts(
  db: Reader,
  alertIds: readonly AlertId[],
): Promise<Map<AlertId, Verdict>> {
  if (alertIds.length === 0) return new Map()
  const rows = await db.execute<VerdictRow>(sql`
    select wanted.id as alert_id, coalesce(n.settled_at, n.created_at) as at, n.next_attempt_at,
      json_build_object('channelName', c.name, 'channelKind', c.kind, 'kind', n.kind,
        'state', n.state, 'reason', coalesce(n.reason, last.reason), 'outcome', last.outcome) as verdict
    from unnest(${sql.param([...alertIds])}::uuid[]) as wanted (id)
    cross join lateral (
      select * from notification where alert_id = wanted.id and state <> 'superseded'
      order by sequence desc limit 1
    ) n
    left join channel c on c.id = n.channel_id
    left join lateral (
      select outcome, reason from delivery_attempt where notification_id = n.id
      order by number desc limit 1
    ) last on true`)
  return new Map(
    rows.map(({ alert_id, verdict, at, next_attempt_at }) => [
      alert_id,
      { ...verdict, at, nextAttemptAt: next_attempt_at },
    ]),
  )
}
