import type { Instant } from '@highwater/core'
import type { PlanBatch, PlanContext } from '@highwater/core/notify'
import type { TransactionSql } from '../../client/connect.ts'

/** What is done with the messages that are planned, before they are written. */
export type Restraint = (
  tx: TransactionSql,
  planned: PlanBatch,
  now: Instant,
  context: PlanContext,
) => Promise<PlanBatch>
