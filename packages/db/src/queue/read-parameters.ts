import { type Parameters, parametersFrom } from '@highwater/core/parameters'
import type { Sql, TransactionSql } from '../client/connect.ts'

/** What the set-based statements put where the parameters in force are wanted: one JSON object. */
export const parameterOverrides = (tx: TransactionSql | Sql) => tx`
  (select coalesce(json_object_agg(key, value), '{}') from parameter where value is not null)`

/** Every parameter as it is in force now. */
export async function readParameters(tx: TransactionSql | Sql): Promise<Parameters> {
  const [row] = await tx<{ overrides: Record<string, number> }[]>`
    select ${parameterOverrides(tx)} as overrides`
  return parametersFrom(row?.overrides ?? {})
}
