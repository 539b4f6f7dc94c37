import { type Instant, parseInput, type UserId } from '@highwater/core'
import type { Actor } from '@highwater/core/permissions'
import type { ProtectionLevelSettings } from '@highwater/core/policy'
import { desc, lt } from 'drizzle-orm'
import { z } from 'zod'
import type { Database } from '../../client/connect.ts'
import { type PolicyOrigin, protectionPolicy } from '../../schema/index.ts'
import { decodeCursor, encodeCursor, onlyNumber, type Page, pageFields, toPage } from '../cursor.ts'
import { permit } from '../permit.ts'

export interface PolicyVersion {
  readonly version: number
  readonly settings: ProtectionLevelSettings
  readonly createdAt: Instant
  readonly createdBy: UserId | null
  readonly createdByName: string
  readonly origin: PolicyOrigin
  /** The version whose settings were brought back. */
  readonly restoredFrom: number | null
}

export const listPolicyVersionsInput = z.strictObject(pageFields)
const order = '-version'

/** Every version of the thresholds, newest first: the first is in force. */
export async function listPolicyVersions(
  db: Database,
  viewer: Actor,
  rawInput: z.input<typeof listPolicyVersionsInput> = {},
): Promise<Page<PolicyVersion>> {
  permit(viewer, 'policy.read')
  const { limit, cursor } = parseInput(listPolicyVersionsInput, rawInput)
  const after = decodeCursor(cursor, order, onlyNumber)
  const rows = await db.orm
    .select()
    .from(protectionPolicy)
    .where(after === null ? undefined : lt(protectionPolicy.version, after[0]))
    .orderBy(desc(protectionPolicy.version))
    .limit(limit + 1)
  return toPage(
    rows,
    limit,
    (row): PolicyVersion => row,
    (row) => encodeCursor(order, [row.version]),
  )
}
