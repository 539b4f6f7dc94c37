import type { Actor } from '@highwater/core/permissions'
import type { ProtectionLevelSettings } from '@highwater/core/policy'
import { desc, lte } from 'drizzle-orm'
import type { Database } from '../../client/connect.ts'
import { protectionPolicy } from '../../schema/index.ts'
import { notFound } from '../not-found.ts'
import { permit } from '../permit.ts'
import { readTogether } from '../reader.ts'
import { readCurrentPolicy } from './current.ts'
import type { PolicyVersion } from './versions.ts'

export interface PolicyVersionDetail extends PolicyVersion {
  /** The settings of the version before it; null for the first. */
  readonly before: ProtectionLevelSettings | null
  readonly inForce: { readonly version: number; readonly settings: ProtectionLevelSettings }
}

/**
 * One version of the thresholds, with the one before it and the one in force to compare it with.
 * @throws AppError `not_found`
 */
export async function getPolicyVersion(
  db: Database,
  viewer: Actor,
  version: number,
): Promise<PolicyVersionDetail> {
  permit(viewer, 'policy.read')
  return readTogether(db, async (tx) => {
    const [wanted, before] = await tx
      .select()
      .from(protectionPolicy)
      .where(lte(protectionPolicy.version, version))
      .orderBy(desc(protectionPolicy.version))
      .limit(2)
    if (wanted?.version !== version) throw notFound('version of the protection levels')
    const { version: newest, settings } = await readCurrentPolicy(tx)
    return { ...wanted, before: before?.settings ?? null, inForce: { version: newest, settings } }
  })
}
