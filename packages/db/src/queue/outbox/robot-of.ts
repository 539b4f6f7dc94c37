import type { PendingQuery, Row } from 'postgres'
import type { Sql, TransactionSql } from '../../client/connect.ts'
import { mailboxKind } from './open-mailboxes.ts'

/** SQL: the smallest monthly quota of all channels that share the robot of this key, which holds for each. */
export const quotaOfRobot = (tx: TransactionSql | Sql, key: PendingQuery<Row[]>) => tx`(
  select min(q.monthly_quota) from channel q
  where q.budget_key = ${key} and q.monthly_quota is not null and q.deleted_at is null)`

/**
 * SQL: the robot whose budget a message to the channel `c` spends. Mail to people spends that of the
 * channel that carries it.
 */
export const robotOf = (tx: TransactionSql | Sql) => tx`
  case when c.person_id is null or c.kind <> ${mailboxKind} then c.budget_key else (
    select carrier.budget_key from installation i
    join channel carrier on carrier.id = i.mail_channel_id and carrier.kind = ${mailboxKind}
  ) end`
