import type { Instant } from '@highwater/core'
import type { PendingQuery, Row } from 'postgres'
import type { TransactionSql } from '../../client/connect.ts'

/** SQL: the states of what may be taken back. What is being sent is marked, for nobody can stop it. */
export const notArrived = `('pending', 'retrying', 'sending')`

/**
 * Takes messages back, and has those that are just being sent never tried again unless they arrive: what
 * was told was told. Whoever took one back first says what it becomes. They are locked in the order in
 * which receipts lock them.
 * @param chosen a select from `notification n` of the id, and of the state, the reason and its detail
 *   that each gets; it names only what is `notArrived`
 * @returns their ids
 */
export async function takeBack(
  tx: TransactionSql,
  chosen: PendingQuery<Row[]>,
  now: Instant,
): Promise<string[]> {
  const rows = await tx<{ id: string }[]>`
    with chosen (id, state, reason, detail) as materialized (
      ${chosen} order by n.id for no key update of n
    )
    update notification n set
      state = case when n.state = 'sending' then n.state else t.state end,
      reason = case when n.state = 'sending' then n.reason else t.reason end,
      reason_detail = case when n.state = 'sending' then n.reason_detail
        else coalesce(t.detail, n.reason_detail) end,
      next_attempt_at = case when n.state = 'sending' then n.next_attempt_at end,
      settled_at = case when n.state <> 'sending' then ${now}::timestamptz end,
      withdrawn = case when n.state = 'sending' then coalesce(n.withdrawn, jsonb_strip_nulls(
        jsonb_build_object('state', t.state, 'reason', t.reason, 'detail', t.detail))) end
    from chosen t where n.id = t.id and n.state in ${tx.unsafe(notArrived)}
    returning n.id`
  return rows.map(({ id }) => id)
}
