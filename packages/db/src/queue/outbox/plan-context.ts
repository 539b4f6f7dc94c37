import type { Instant } from '@highwater/core'
import type { PlanContext, PlannedChannel } from '@highwater/core/notify'
import { heldBy } from '@highwater/core/silence'
import type { TransactionSql } from '../../client/connect.ts'
import { loadSilencesInForce } from '../silence/in-force.ts'
import { loadMembers, loadSubscriptions } from './load-subscriptions.ts'
import { loadTold } from './load-told.ts'

/**
 * What the planning of notifications must know, in a fixed number of questions. A channel's row is
 * share-locked, so that none disappears before the outbox is written.
 */
export async function loadPlanContext(
  tx: TransactionSql,
  alertIds: readonly string[],
  now: Instant,
): Promise<PlanContext> {
  const inForce = await loadSilencesInForce(tx, now)
  const channels = await tx<PlannedChannel[]>`
    select id, enabled, department_id as department, fallback_channel_id as fallback from channel
    where deleted_at is null order by id for key share`
  return {
    now,
    channels,
    subscriptions: await loadSubscriptions(tx),
    members: await loadMembers(tx),
    told: await loadTold(tx, alertIds),
    heldBy: (subject) => heldBy(subject, inForce),
  }
}
