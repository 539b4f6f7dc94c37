import { isNotNull } from 'drizzle-orm'
import type { Database } from '../client/connect.ts'
import type { Sealer } from '../client/secrets.ts'
import { auditLane } from '../schema/index.ts'
import { judgeLane } from './judge-lane.ts'

/**
 * The id of a key that has another value than the one by which this database was signed; null where any of
 * it was signed with a key that is held here, or by none of these ids. A single lane that was tampered with
 * is the affair of the verification.
 */
export async function foreignKeyIn(db: Database, sealer: Sealer): Promise<string | null> {
  const lanes = await db.orm.select().from(auditLane).where(isNotNull(auditLane.seal))
  const verdicts = lanes.map((lane) => ({ key: lane.sealKey, verdict: judgeLane(sealer, lane) }))
  if (verdicts.some(({ verdict }) => verdict === 'right')) return null
  return verdicts.find(({ verdict }) => verdict === 'wrong')?.key ?? null
}
