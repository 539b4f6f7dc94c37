import type { Instant } from '@highwater/core'
import { scopeOf } from '@highwater/core/alert'
import {
  booleanArray,
  instantArray,
  jsonArray,
  plainArray,
  textArray,
} from '../client/array-literals.ts'
import type { TransactionSql } from '../client/connect.ts'
import { mutableAlertColumns, openingAlertColumns } from './alert-columns.ts'
import type { AlertRow } from './alert-row.ts'
import { notArrived } from './outbox/take-back.ts'

type Columns = Readonly<Record<string, string>>

function literalOf(values: readonly AlertRow[keyof AlertRow][], type: string): string {
  switch (type) {
    case 'boolean':
      return booleanArray(values as (boolean | null)[])
    case 'jsonb':
      return jsonArray(values)
    case 'timestamptz':
      return instantArray(values as (Instant | null)[])
    case 'text':
      return textArray(values as (string | null)[])
    default:
      return plainArray(values as (string | number | null)[])
  }
}

/** The rows as one array per column, each cast to its type, for `unnest`. */
function arrays(tx: TransactionSql, rows: readonly AlertRow[], columns: Columns) {
  const cells = Object.entries(columns).map(([name, type]) => {
    const values = rows.map((row) => row[name as keyof AlertRow])
    return tx`${literalOf(values, type)}::${tx.unsafe(`${type}[]`)}`
  })
  return cells.reduce((list, cell) => tx`${list}, ${cell}`)
}

const names = (columns: Columns): string => Object.keys(columns).join(', ')

/** Opens alerts, of which something is to be told. Answers the number that each was given, by id. */
export async function insertAlerts(
  tx: TransactionSql,
  rows: readonly AlertRow[],
): Promise<ReadonlyMap<string, number>> {
  if (rows.length === 0) return new Map()
  const columns = { ...openingAlertColumns, ...mutableAlertColumns }
  const scopes = rows.map((row) => scopeOf(row.event))
  const inserted = await tx<{ id: string; number: string }[]>`
    with opened as (
      insert into alert (${tx.unsafe(names(columns))}, scope)
      select ${tx.unsafe(names(columns))}, scope
      from unnest(${arrays(tx, rows, columns)}, ${textArray(scopes)}::text[])
        as t (${tx.unsafe(names(columns))}, scope)
      returning id, number, opened_at, closed_at
    ), told as (
      insert into alert_sending (alert_id, status, opened_at, closed_at)
      select id, 'pending', opened_at, closed_at from opened
    )
    select id, number from opened`
  return new Map(inserted.map((row) => [row.id, Number(row.number)]))
}

/**
 * Locks what has not arrived of these alerts, all at once and in the order in which receipts do: any of it
 * may be taken back, and what is known of their sending is locked only then.
 */
export const lockUnsent = (tx: TransactionSql, rows: readonly Pick<AlertRow, 'id'>[]) => tx`
  select from notification n
  where n.alert_id = any(${plainArray(rows.map(({ id }) => id))}::uuid[])
    and n.state in ${tx.unsafe(notArrived)}
  order by n.id for no key update of n`

/** Writes what transitions changed in alerts that exist. */
export async function updateAlerts(tx: TransactionSql, rows: readonly AlertRow[]): Promise<void> {
  if (rows.length === 0) return
  const columns = { id: 'uuid', ...mutableAlertColumns }
  const assignments = Object.keys(mutableAlertColumns).map((name) => `${name} = t.${name}`)
  const updated = tx`
    with changed as (
      update alert set ${tx.unsafe(assignments.join(', '))}
      from unnest(${arrays(tx, rows, columns)}) as t (${tx.unsafe(names(columns))})
      where alert.id = t.id
      returning alert.id, alert.closed_at
    ), turned as (
      -- In the order in which receipts lock them.
      select s.alert_id, changed.closed_at from alert_sending s join changed on changed.id = s.alert_id
      where s.closed_at is distinct from changed.closed_at
      order by s.alert_id for no key update of s
    )
    update alert_sending s set closed_at = turned.closed_at from turned
    where s.alert_id = turned.alert_id`
  // One after the other on the wire, in one journey.
  await Promise.all([lockUnsent(tx, rows), updated])
}
