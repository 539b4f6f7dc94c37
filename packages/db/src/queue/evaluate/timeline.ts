import type { Instant, UserId } from '@highwater/core'
import type { TimelineType } from '@highwater/core/alert'
import { instantArray, jsonArray, plainArray, textArray } from '../../client/array-literals.ts'
import type { TransactionSql } from '../../client/connect.ts'
import type { AlertRow } from '../alert-row.ts'

export interface TimelineEntry {
  readonly alert: AlertRow
  readonly type: TimelineType
  readonly reason: string | null
  /** When it happened, where that is not now. */
  readonly at?: Instant
  /** The person whose doing it was; nobody's where the rules decided. */
  readonly by?: { readonly id: UserId | null; readonly name: string }
  readonly detail?: Readonly<Record<string, unknown>>
}

/** Appends to the timelines of alerts, in the order given. */
export async function writeTimeline(
  tx: TransactionSql,
  entries: readonly TimelineEntry[],
  now: Instant,
): Promise<void> {
  if (entries.length === 0) return
  const column = <T>(read: (entry: TimelineEntry) => T): T[] => entries.map(read)
  await tx`
    insert into alert_event (alert_id, at, type, reason, observed_ms, threshold_ms, level, policy_version,
      actor_id, actor_name, detail)
    select alert_id, coalesce(at, ${now}), type, reason, observed_ms, threshold_ms, level, policy_version,
      actor_id, actor_name, detail
    from unnest(
      ${plainArray(column((entry) => entry.alert.id))}::uuid[],
      ${textArray(column((entry) => entry.type))}::text[],
      ${textArray(column((entry) => entry.reason))}::text[],
      ${plainArray(column((entry) => entry.alert.observed_ms))}::bigint[],
      ${plainArray(column((entry) => entry.alert.threshold_ms))}::bigint[],
      ${textArray(column((entry) => entry.alert.level))}::text[],
      ${plainArray(column((entry) => entry.alert.policy_version))}::int[],
      ${plainArray(column((entry) => entry.by?.id ?? null))}::uuid[],
      ${textArray(column((entry) => entry.by?.name ?? null))}::text[],
      ${jsonArray(column((entry) => entry.detail))}::jsonb[],
      ${instantArray(column((entry) => entry.at ?? null))}::timestamptz[]
    ) with ordinality as t (alert_id, type, reason, observed_ms, threshold_ms, level, policy_version,
      actor_id, actor_name, detail, at, position)
    order by position`
}
