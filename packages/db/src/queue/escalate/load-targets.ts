import type { Instant, ProjectId } from '@highwater/core'
import type { PlannedChannel } from '@highwater/core/notify'
import type { Sql, TransactionSql } from '../../client/connect.ts'
import { readPlannedChannels } from '../outbox/load-channels.ts'
import { loadRoles } from '../outbox/load-roles.ts'
import { loadMembers, loadSubscriptions } from '../outbox/load-subscriptions.ts'
import { openMailboxes } from '../outbox/open-mailboxes.ts'
import type { EscalationTargets } from './escalation-of.ts'

export type NamedChannel = PlannedChannel & { readonly name: string }

/** Everything that the steps of escalation may name for alerts of these projects, as it is now. */
export async function loadEscalationTargets(
  tx: TransactionSql | Sql,
  projects: readonly ProjectId[],
  now: Instant,
): Promise<EscalationTargets<NamedChannel>> {
  const subscriptions = await loadSubscriptions(tx)
  const { roles, people } = await loadRoles(tx, subscriptions, projects, now)
  if (people.length > 0) await openMailboxes(tx, people, now)
  return {
    subscriptions,
    channels: await readPlannedChannels(tx, people, []),
    members: await loadMembers(tx),
    roles,
  }
}
