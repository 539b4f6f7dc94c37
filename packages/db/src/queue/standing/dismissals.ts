import type { Instant } from '@highwater/core'
import type { AlertEvent } from '@highwater/core/alert'
import type { TransactionSql } from '../../client/connect.ts'
import type { ThingColumn } from '../load-alerts.ts'

interface Dismissal {
  readonly alert: string
  readonly thing: string
  readonly event: AlertEvent
  readonly until: Instant
}

/** What people closed of these things although it stood, so that it is not told again for a while. */
export const readDismissals = (tx: TransactionSql, column: ThingColumn, ids: readonly string[]) =>
  tx<Dismissal[]>`
    select id as alert, ${tx(column)} as thing, event, dismissed_until as until from alert
    where dismissed_until is not null and ${tx(column)} = any(${ids as string[]}::uuid[])`

export async function forgetDismissals(
  tx: TransactionSql,
  over: readonly Dismissal[],
): Promise<void> {
  if (over.length === 0) return
  await tx`update alert set dismissed_until = null
    where id = any(${over.map(({ alert }) => alert)}::uuid[])`
}
