import type { Millis } from '@highwater/core'
import { takenBackWithin } from '@highwater/core/alert'
import { plainArray } from '../client/array-literals.ts'
import type { TransactionSql } from '../client/connect.ts'
import { mutableAlertColumns, openingAlertColumns } from './alert-columns.ts'
import type { AlertRow } from './alert-row.ts'

const columns = Object.keys({ ...openingAlertColumns, ...mutableAlertColumns }).join(', ')

type StoredAlert = Omit<
  AlertRow,
  'number' | 'observed_ms' | 'threshold_ms' | 'peak_ms' | 'detected_late_ms'
> & {
  readonly number: string
  readonly observed_ms: string | null
  readonly threshold_ms: string
  readonly peak_ms: string | null
  readonly detected_late_ms: string | null
}

const millis = (text: string | null) => (text === null ? null : (Number(text) as Millis))

export const toAlertRow = (row: StoredAlert): AlertRow => ({
  ...row,
  number: Number(row.number),
  observed_ms: millis(row.observed_ms),
  threshold_ms: Number(row.threshold_ms) as Millis,
  peak_ms: millis(row.peak_ms),
  detected_late_ms: millis(row.detected_late_ms),
})

/**
 * The alerts of these projects that are open, or were dismissed, or ended so recently that they may
 * come back: as an episode that goes on, or because the edit that ended them was a slip.
 */
const thatCount = (tx: TransactionSql, projectIds: readonly string[], reopenWithin: Millis) =>
  tx`
    select number, ${tx.unsafe(columns)} from alert
    where project_id = any(${plainArray(projectIds)}::uuid[])
      and (closed_at is null or dismissed_until is not null or (close_reason = 'recovered'
        and closed_at >= now() - ${`${reopenWithin} milliseconds`}::interval)
        or (close_reason in ('policy_changed', 'level_changed')
        and closed_at >= now() - ${`${takenBackWithin} milliseconds`}::interval))
    order by id`

/** They are locked, so that nobody acknowledges an alert while it is being judged. */
export async function loadAlertsOf(
  tx: TransactionSql,
  projectIds: readonly string[],
  reopenWithin: Millis,
): Promise<AlertRow[]> {
  const rows = await tx<StoredAlert[]>`${thatCount(tx, projectIds, reopenWithin)} for update`
  return rows.map(toAlertRow)
}

/** The same without a lock, for whoever only wonders. */
export async function readAlertsOf(
  tx: TransactionSql,
  projectIds: readonly string[],
  reopenWithin: Millis,
): Promise<AlertRow[]> {
  const rows = await tx<StoredAlert[]>`${thatCount(tx, projectIds, reopenWithin)}`
  return rows.map(toAlertRow)
}

/** These alerts, locked. */
export async function loadAlertsById(
  tx: TransactionSql,
  ids: readonly string[],
): Promise<AlertRow[]> {
  const rows = await tx<StoredAlert[]>`
    select number, ${tx.unsafe(columns)} from alert
    where id = any(${plainArray(ids)}::uuid[]) order by id for update`
  return rows.map(toAlertRow)
}

/** What an alert can be about that is no project; the name is that of its column. */
export type ThingColumn = 'source_id' | 'host_id' | 'channel_id'

/** The open alerts about these things, locked. */
export async function loadAlertsAbout(
  tx: TransactionSql,
  column: ThingColumn,
  ids: readonly string[],
): Promise<AlertRow[]> {
  const rows = await tx<StoredAlert[]>`
    select number, ${tx.unsafe(columns)} from alert
    where ${tx(column)} = any(${plainArray(ids)}::uuid[]) and closed_at is null
    order by id
    for update`
  return rows.map(toAlertRow)
}

/** Those that recovered so recently that they may come back, the last to end first; locked. */
export async function loadRecoveredAbout(
  tx: TransactionSql,
  ids: readonly string[],
  reopenWithin: Millis,
): Promise<AlertRow[]> {
  const rows = await tx<StoredAlert[]>`
    select number, ${tx.unsafe(columns)} from alert
    where coalesce(host_id, source_id, channel_id) = any(${plainArray(ids)}::uuid[])
      and project_id is null and close_reason = 'recovered'
      and closed_at >= now() - ${`${reopenWithin} milliseconds`}::interval
    order by closed_at desc, id
    for update`
  return rows.map(toAlertRow)
}
