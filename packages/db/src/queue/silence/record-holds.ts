import { type AlertId, type Instant, type SilenceId, toIso } from '@highwater/core'
import type { Suppression } from '@highwater/core/notify'
import type { TransactionSql } from '../../client/connect.ts'
import type { AlertRow } from '../alert-row.ts'
import { writeTimeline } from '../evaluate/timeline.ts'

/** That a silence holds back what an alert has to say. */
export interface HoldOnAlert {
  readonly alert: AlertRow
  readonly silence: { readonly id: SilenceId; readonly name: string; readonly until: Instant }
  readonly reason: 'silenced' | 'maintenance'
}

/**
 * Which silences the suppressions of a plan name, once for each alert.
 * @param isEnding whether it has a hold of this silence already, which is about to be settled
 */
export function holdsAmong(
  held: readonly Suppression[],
  alerts: ReadonlyMap<string, AlertRow>,
  isEnding: (alert: AlertId, silence: SilenceId) => boolean,
): HoldOnAlert[] {
  const byAlert = new Map<string, HoldOnAlert>()
  for (const { alert: alertId, reason, detail } of held) {
    const alert = alerts.get(alertId)
    if (alert === undefined || detail === null) continue
    if (reason !== 'silenced' && reason !== 'maintenance') continue
    const { id, name, until } = detail
    const silence = { id: id as SilenceId, name: String(name), until: Number(until) as Instant }
    if (isEnding(alertId, silence.id)) continue
    byAlert.set(alertId, { alert, silence, reason })
  }
  return [...byAlert.values()]
}

/** Keeps these holds for the moment when their silences end. Answers the alerts for which they are new. */
async function keepHolds(
  tx: TransactionSql,
  holds: readonly HoldOnAlert[],
  now: Instant,
): Promise<ReadonlySet<string>> {
  if (holds.length === 0) return new Set()
  const begun = await tx<{ alert_id: string; is_new: boolean }[]>`
    insert into silence_hold as held (alert_id, silence_id, since, last_at, times)
    select alert_id, silence_id, ${now}, ${now}, 1
    from unnest(
      ${holds.map(({ alert }) => alert.id)}::uuid[], ${holds.map(({ silence }) => silence.id)}::uuid[]
    ) as t (alert_id, silence_id)
    on conflict (alert_id, silence_id) do update set
      since = case when held.released_at is null then held.since else excluded.since end,
      times = case when held.released_at is null then held.times + 1 else 1 end,
      last_at = excluded.last_at, release_at = null, released_at = null
    returning alert_id, (times = 1) as is_new`
  return new Set(begun.flatMap((row) => (row.is_new ? [row.alert_id] : [])))
}

/**
 * Remembers which alerts a silence hides. The timeline says so when it begins, not at every repeat.
 * Of what is over already nobody has to be told when the silence ends: it stands on the timeline alone.
 */
export async function recordHolds(
  tx: TransactionSql,
  holds: readonly HoldOnAlert[],
  now: Instant,
): Promise<void> {
  if (holds.length === 0) return
  const isNew = await keepHolds(
    tx,
    holds.filter(({ alert }) => alert.state !== 'closed'),
    now,
  )
  await writeTimeline(
    tx,
    holds
      .filter(({ alert }) => alert.state === 'closed' || isNew.has(alert.id))
      .map(({ alert, silence, reason }) => ({
        alert,
        type: 'held_by_silence',
        reason,
        detail: { ...silence, until: toIso(silence.until) },
      })),
    now,
  )
}
