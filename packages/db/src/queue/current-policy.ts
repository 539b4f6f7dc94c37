import type { Instant } from '@highwater/core'
import type { ProtectionLevelSettings } from '@highwater/core/policy'
import type { Sql, TransactionSql } from '../client/connect.ts'

export interface PolicyInForce {
  readonly now: Instant
  readonly version: number
  readonly settings: ProtectionLevelSettings
}

/** The transaction's time and the thresholds in force, in one question. */
export async function readPolicyInForce(tx: TransactionSql | Sql): Promise<PolicyInForce> {
  const [row] = await tx<PolicyInForce[]>`
    select now() as now, version, settings
    from protection_policy order by version desc limit 1`
  if (!row) throw new Error('There are no protection levels: the migrations have not been run.')
  return row
}
