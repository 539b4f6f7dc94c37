import { type Instant, minus, seconds } from '@highwater/core'
import { urgentPriority } from '@highwater/core/notify'
import type { Parameters } from '@highwater/core/parameters'
import type { TransactionSql } from '../../client/connect.ts'
import { robotOf } from '../outbox/robot-of.ts'

/**
 * Lets what has waited long for one of these robots go with what is urgent from now on, so that high
 * alerts which keep coming never starve the others. Another worker's messages are left to it.
 */
export async function hurryPatient(
  tx: TransactionSql,
  robots: readonly string[],
  now: Instant,
  { budgetPatienceSeconds }: Parameters,
): Promise<void> {
  if (robots.length === 0) return
  await tx`
    with patient as materialized (
      select n.id from channel c join notification_waiting w on w.channel_id = c.id
      join notification n on n.id = w.id and n.state in ('pending', 'retrying')
      where ${robotOf(tx)} = any(${[...robots]}::text[]) and n.priority > ${urgentPriority}
        and n.created_at < ${minus(now, seconds(budgetPatienceSeconds))}
      for update of n skip locked
    )
    update notification n set priority = ${urgentPriority} from patient where n.id = patient.id`
}
