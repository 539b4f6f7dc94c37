import type { Instant } from '@highwater/core'
import { type Calming, calmingOf } from '@highwater/core/alert'
import { type Parameters, parametersFrom } from '@highwater/core/parameters'
import type { ProtectionLevelSettings } from '@highwater/core/policy'
import type { Sql, TransactionSql } from '../client/connect.ts'
import { parameterOverrides } from './read-parameters.ts'

export interface PolicyInForce {
  readonly now: Instant
  readonly version: number
  readonly settings: ProtectionLevelSettings
  readonly parameters: Parameters
  readonly calming: Calming
}

interface PolicyRow extends Omit<PolicyInForce, 'parameters' | 'calming'> {
  readonly overrides: Record<string, number>
}

/** The transaction's time, the thresholds and the parameters in force, in one question. */
export async function readPolicyInForce(tx: TransactionSql | Sql): Promise<PolicyInForce> {
  const [row] = await tx<PolicyRow[]>`
    select now() as now, version, settings, ${parameterOverrides(tx)} as overrides
    from protection_policy order by version desc limit 1`
  if (!row) throw new Error('There are no protection levels: the migrations have not been run.')
  const { overrides, ...policy } = row
  const parameters = parametersFrom(overrides)
  return { ...policy, parameters, calming: calmingOf(parameters) }
}
