import type { Instant } from '@highwater/core'
import type { Sql, TransactionSql } from '../../client/connect.ts'

/** A time during which no worker judged projects. */
export interface EvaluationGap {
  readonly from: Instant
  readonly to: Instant
}

/** The latest time during which nobody judged projects; null when there has been none. */
export async function readLastGap(tx: TransactionSql | Sql): Promise<EvaluationGap | null> {
  const [row] = await tx<EvaluationGap[]>`
    select since as "from", opened_at as "to" from alert where event = 'evaluation_gap'
    order by opened_at desc limit 1`
  return row ?? null
}
