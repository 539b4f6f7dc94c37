import type { TransactionSql } from '../../client/connect.ts'

/**
 * For the rest of the transaction, what is asked for is found the same way however much there is of
 * it: from index to index, planned once. Planning anew takes longer than finding, and after a quiet time
 * it would not expect a storm.
 */
export const goByIndexes = (tx: TransactionSql) => tx`
  set_config('plan_cache_mode', 'force_generic_plan', true),
  set_config('enable_seqscan', 'off', true), set_config('enable_hashjoin', 'off', true),
  set_config('enable_mergejoin', 'off', true)`
