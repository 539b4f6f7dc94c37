import type { TargetChannel } from '@highwater/core/subscription'
import type { Sql, TransactionSql } from '../../client/connect.ts'
import { loadMembers, loadSubscriptions } from '../outbox/load-subscriptions.ts'
import type { EscalationTargets } from './escalation-of.ts'

export type NamedChannel = TargetChannel & { readonly name: string }

/** Everything that the steps of escalation may name, as it is now. */
export async function loadEscalationTargets(
  tx: TransactionSql | Sql,
): Promise<EscalationTargets<NamedChannel>> {
  const channels = await tx<NamedChannel[]>`
    select id, name, department_id as department from channel where deleted_at is null order by id`
  return {
    subscriptions: await loadSubscriptions(tx),
    channels,
    members: await loadMembers(tx),
  }
}
