import type { LevelRule } from '@highwater/core/policy'
import type { Sql, TransactionSql } from '../client/connect.ts'

/** The rules of first levels, in their order. */
export const readLevelRules = (tx: TransactionSql | Sql): Promise<LevelRule[]> => tx<LevelRule[]>`
  select id, department_id as department, tag, level from level_rule order by position, id`
