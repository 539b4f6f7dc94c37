import type { Instant } from '@highwater/core'
import type { Transaction } from '../../client/connect.ts'
import { publish } from '../../client/topics.ts'
import type { RightsShown } from '../../commands/account/set-rights.ts'
import { auditOf } from '../../commands/audit-terms.ts'
import { type Initiator, recordAudit } from '../../commands/record-audit.ts'
import type { Subject } from '../../commands/refused.ts'

const special = { target: 'account', operation: 'modification', risk: 'critical' } as const

/** Writes down what became of somebody's rights because of what their provider says; null: nothing. */
export async function noteRights(
  tx: Transaction,
  initiator: Initiator & { readonly now: Instant },
  subject: Subject,
  rights: { readonly before: RightsShown; readonly after: RightsShown } | null,
): Promise<void> {
  if (rights === null) return
  const draft = auditOf('sign_in', subject, rights, special)
  await recordAudit(tx, initiator, 'sign_in', { subject }, [draft])
  await publish(tx, ['sessions', 'people', 'audit'])
}
