import type { AlertId, Instant, ProjectId } from '@highwater/core'
import type { TransactionSql } from '../../client/connect.ts'

/** A gap whose search is not over. */
export interface GapSearch {
  /** The alert about the gap. */
  readonly gap: AlertId
  readonly from: Instant
  readonly to: Instant
  /** How far the search has come, in the order of the projects' ids. */
  readonly after: ProjectId | null
}

/**
 * Takes the oldest search, unless another worker has it. One gap after another: the digests of the
 * one before must be sent before those of the next can gather.
 */
export async function takeSearch(tx: TransactionSql): Promise<GapSearch | null> {
  const [search] = await tx<GapSearch[]>`
    select alert_id as gap, gap_from as "from", gap_to as "to", searched_up_to as after
    from gap_search
    where finished_at is null
      and alert_id = (
        select alert_id from gap_search where finished_at is null order by gap_to, alert_id limit 1)
      and not exists (
        select from digest
        where why = 'gap' and closed_at is null and gap_alert_id <> gap_search.alert_id)
    for update skip locked`
  return search ?? null
}

/** Notes how far a search has come. */
export const noteProgress = (tx: TransactionSql, { gap }: GapSearch, upTo: ProjectId) =>
  tx`update gap_search set searched_up_to = ${upTo} where alert_id = ${gap}`

/** Ends a search: the digests that it gathered are sent now. */
export async function endSearch(tx: TransactionSql, { gap }: GapSearch, now: Instant) {
  await tx`update gap_search set finished_at = ${now} where alert_id = ${gap}`
  await tx`
    update digest set due_at = ${now}
    where why = 'gap' and closed_at is null and gap_alert_id = ${gap}`
}
