import type { SourceId } from '@highwater/core'
import type { Transaction } from '../../client/connect.ts'
import { closeAlertsAbout } from '../../queue/standing/close-alerts-about.ts'
import type { ChangeContext } from '../context.ts'
import { sqlOf } from '../sql-of.ts'

/** Closes the alerts about a source that is deleted or switched off: nobody will judge them again. */
export const closeSourceAlerts = (
  tx: Transaction,
  id: SourceId,
  { now, consoleUrl }: Pick<ChangeContext, 'now' | 'consoleUrl'>,
): Promise<void> =>
  closeAlertsAbout(sqlOf(tx), 'source_id', id, { reason: 'object_removed', now, consoleUrl })
