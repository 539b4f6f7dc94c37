import type { Database } from '../client/connect.ts'
import { readNow } from '../client/now.ts'
import type { Sealer } from '../client/secrets.ts'
import { auditOf } from '../commands/audit-terms.ts'
import type { RequestOrigin } from '../commands/context.ts'
import { recordAudit } from '../commands/record-audit.ts'
import type { TokenHolder } from './actor-of-token.ts'

/** The pools over which the bootstrap token has been used: a process has one. */
const noted = new WeakSet<Database>()

/** Audits the first use of the bootstrap token in each process; what it changes is audited anyway. */
export async function noteBootstrapUse(
  db: Database,
  holder: TokenHolder,
  origin: RequestOrigin,
  sealer: Sealer,
): Promise<void> {
  if (noted.has(db)) return
  noted.add(db)
  try {
    await db.orm.transaction(async (tx) => {
      const now = await readNow(tx)
      const subject = { id: holder.actor.id, name: holder.actorName }
      const draft = auditOf('sign_in', subject, {}, { target: 'token', risk: 'critical' })
      await recordAudit(tx, { ...holder, origin, sealer, now }, 'sign_in', { subject }, [draft])
    })
  } catch (error) {
    noted.delete(db)
    throw error
  }
}
