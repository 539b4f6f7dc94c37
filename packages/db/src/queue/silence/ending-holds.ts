import type { AlertId, Instant, SilenceId } from '@highwater/core'
import { type Held, holdReasonOf, type SilenceKind } from '@highwater/core/silence'
import { plainArray } from '../../client/array-literals.ts'
import type { TransactionSql } from '../../client/connect.ts'

interface EndingHold {
  readonly alert_id: AlertId
  readonly id: SilenceId
  readonly name: string
  readonly kind: SilenceKind
  readonly until: Instant
}

/**
 * Of these alerts, those whose silence is over and that `settleReleased` has not told again yet, which
 * takes it a second. After a minute something is amiss, and repeats had better come than wait for it.
 */
export async function loadEndingHolds(
  tx: TransactionSql,
  alerts: readonly AlertId[],
  now: Instant,
): Promise<(alert: AlertId) => Held | null> {
  if (alerts.length === 0) return () => null
  const rows = await tx<EndingHold[]>`
    select h.alert_id, s.id, s.name, s.kind, coalesce(h.release_at, s.span_until) as until
    from silence_hold h join silence s on s.id = h.silence_id
    where h.alert_id = any(${plainArray(alerts)}::uuid[]) and h.released_at is null
      and coalesce(h.release_at, s.span_until)
        between ${now}::timestamptz - interval '1 minute' and ${now}
    order by until, s.id`
  const last = new Map(rows.map((row) => [row.alert_id, row]))
  return (alert) => {
    const hold = last.get(alert)
    if (hold === undefined) return null
    const { id, name, until } = hold
    return { reason: holdReasonOf(hold.kind), detail: { id, name, until } }
  }
}
