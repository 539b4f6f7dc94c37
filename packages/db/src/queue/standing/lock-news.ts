import type { TransactionSql } from '../../client/connect.ts'
import type { PolicyInForce } from '../current-policy.ts'
import { loadAlertsAbout, loadRecoveredAbout, type ThingColumn } from '../load-alerts.ts'
import { lockUnsent } from '../store-alerts.ts'

/**
 * Locks the alerts about these things that may move, and what of their news has not arrived: before other
 * messages and channels, as receipts and whoever acts on an alert do.
 */
export async function lockNewsAbout(
  tx: TransactionSql,
  column: ThingColumn,
  ids: readonly string[],
  { calming }: Pick<PolicyInForce, 'calming'>,
): Promise<void> {
  const open = await loadAlertsAbout(tx, column, ids)
  const recovered = await loadRecoveredAbout(tx, ids, calming.reopenWithin)
  await lockUnsent(tx, [...open, ...recovered])
}
