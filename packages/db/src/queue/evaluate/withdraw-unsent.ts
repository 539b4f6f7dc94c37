import type { Instant } from '@highwater/core'
import type { UndeliveredReason } from '@highwater/core/delivery'
import type { TransactionSql } from '../../client/connect.ts'
import { notArrived, takeBack } from '../outbox/take-back.ts'
import type { Move } from './judge.ts'

interface Withdrawal {
  readonly alert: string
  readonly onlyEnds: boolean
  readonly state: 'superseded' | 'cancelled'
  readonly reason: UndeliveredReason
}

function withdrawalOf({ transition, after }: Move): Withdrawal[] {
  if (transition.type === 'reinstate') {
    return [{ alert: after.id, onlyEnds: true, state: 'superseded', reason: 'superseded' }]
  }
  if (transition.type === 'close' && transition.reason === 'protection_removed') {
    const reason = transition.reason
    return [{ alert: after.id, onlyEnds: false, state: 'cancelled', reason }]
  }
  return []
}

/**
 * Takes back what has not arrived: the end of an alert that goes on after all, and everything of
 * one whose project is protected no more. Before the news of the same moves is planned.
 */
export async function withdrawUnsent(
  tx: TransactionSql,
  moves: readonly Move[],
  now: Instant,
): Promise<void> {
  const withdrawals = moves.flatMap(withdrawalOf)
  if (withdrawals.length === 0) return
  const chosen = tx`
    select n.id, t.state, t.reason, null::jsonb
    from jsonb_to_recordset(${JSON.stringify(withdrawals)}::text::jsonb)
      as t (alert uuid, "onlyEnds" boolean, state text, reason text)
    join notification n on n.alert_id = t.alert and (n.kind = 'resolved' or not t."onlyEnds")
    where n.state in ${tx.unsafe(notArrived)}`
  await takeBack(tx, chosen, now)
}
