import type { Instant } from '@highwater/core'
import { type Calming, calmingOf } from '@highwater/core/alert'
import type { Actor } from '@highwater/core/permissions'
import type { ProtectionLevelSettings } from '@highwater/core/policy'
import { desc, sql } from 'drizzle-orm'
import type { Database } from '../../client/connect.ts'
import { protectionPolicy } from '../../schema/index.ts'
import { readParametersInForce } from '../parameter/in-force.ts'
import { permit } from '../permit.ts'
import type { Reader } from '../reader.ts'

export interface CurrentPolicy {
  readonly now: Instant
  readonly version: number
  readonly settings: ProtectionLevelSettings
  readonly calming: Calming
}

/** The thresholds and the calming in force, and the moment of reading. */
export async function readCurrentPolicy(db: Reader): Promise<CurrentPolicy> {
  const [row] = await db
    .select({
      now: sql<Instant>`now()`,
      version: protectionPolicy.version,
      settings: protectionPolicy.settings,
    })
    .from(protectionPolicy)
    .orderBy(desc(protectionPolicy.version))
    .limit(1)
  if (row === undefined) {
    throw new Error('There are no protection levels: the migrations have not been run.')
  }
  return { ...row, calming: calmingOf(await readParametersInForce(db)) }
}

/** The three levels and the version that a later change must name. */
export async function readProtectionLevels(
  db: Database,
  viewer: Actor,
): Promise<ProtectionLevelSettings & { readonly version: number }> {
  permit(viewer, 'policy.read')
  const { settings, version } = await readCurrentPolicy(db.orm)
  return { ...settings, version }
}
