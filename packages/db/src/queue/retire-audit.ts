import { hours, type Instant, minus } from '@highwater/core'
import { pruneAudit } from '../audit/prune-audit.ts'
import type { Database } from '../client/connect.ts'
import { readNowFrom } from '../client/now.ts'
import type { Sealer } from '../client/secrets.ts'
import { readParameters } from './read-parameters.ts'

const day = hours(24)

/** Whole days go at once: each time leaves a checkpoint behind. */
const startOfDay = (at: Instant): Instant => minus(at, (at % day) as typeof day)

/** Takes away what of the audit is past keeping. Answers how many entries went. */
export async function retireAudit(db: Database, sealer: Sealer): Promise<number> {
  const { auditDays } = await readParameters(db.sql)
  const cutoff = startOfDay(minus(await readNowFrom(db.sql), hours(24 * auditDays)))
  let pruned = 0
  for (let taken = -1; taken !== 0; pruned += taken) taken = await pruneAudit(db, sealer, cutoff)
  return pruned
}
