import type { Sql, TransactionSql } from '../../client/connect.ts'
import { mailboxKind } from './open-mailboxes.ts'

/**
 * SQL: the robot whose budget a message to the channel `c` spends. Mail to people spends that of the
 * channel that carries it.
 */
export const robotOf = (tx: TransactionSql | Sql) => tx`
  case when c.person_id is null or c.kind <> ${mailboxKind} then c.budget_key else (
    select carrier.budget_key from installation i
    join channel carrier on carrier.id = i.mail_channel_id and carrier.kind = ${mailboxKind}
  ) end`
