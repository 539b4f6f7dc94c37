import type { Instant, SourceId } from '@highwater/core'
import type { Transaction } from '../../client/connect.ts'
import { closeAlertsAbout } from '../../queue/standing/close-alerts-about.ts'
import { cancelUnsent } from '../cancel-unsent.ts'
import { sqlOf } from '../sql-of.ts'

/**
 * Closes the alerts about a source together with its source. Nobody is told: whoever deleted the source knows,
 * and nothing has recovered.
 */
export async function closeSourceAlert(tx: Transaction, id: SourceId, now: Instant): Promise<void> {
  await cancelUnsent(tx, { alertsOf: id, reason: 'source_deleted' }, now)
  await closeAlertsAbout(sqlOf(tx), 'source_id', id, 'object_removed', now)
}
