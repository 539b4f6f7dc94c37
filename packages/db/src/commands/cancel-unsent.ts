import type { ChannelId, HostId, Instant, ProjectId, SourceId } from '@highwater/core'
import type { UndeliveredReason } from '@highwater/core/delivery'
import type { Transaction, TransactionSql } from '../client/connect.ts'
import { loadAlertsAbout } from '../queue/load-alerts.ts'
import { mailboxKind } from '../queue/outbox/open-mailboxes.ts'
import { notArrived, takeBack } from '../queue/outbox/take-back.ts'
import { alertsToldBy, refreshSendingStatus } from '../queue/outbox/write-notifications.ts'
import { sqlOf } from './sql-of.ts'

/** What the notifications were owed to, or on account of. */
export type Debt =
  | { readonly channel: ChannelId; readonly reason: 'channel_deleted' | 'channel_disabled' }
  /** The channels of a kind that is switched off now. */
  | { readonly switchedOff: string; readonly reason: 'channel_kind_off' }
  /** All mail to people at their own addresses. */
  | { readonly mailboxes: 'all'; readonly reason: 'channel_disabled' }
  | { readonly repeatsOf: readonly ProjectId[]; readonly reason: 'project_deleted' }
  | { readonly alertsOf: SourceId; readonly reason: 'source_deleted' }
  | { readonly alertsOfHost: HostId; readonly reason: 'host_removed' }

const mailboxes = (sql: TransactionSql) =>
  sql`select id from channel where person_id is not null and kind = ${mailboxKind}`

/**
 * What waits, and what is just being sent: not that for a channel, which is asked for at the receipt. A
 * receipt locks the channel after its messages, so that whoever did both here would wait in a circle.
 */
const unsentOf = (sql: TransactionSql, debt: Debt) =>
  'channel' in debt || 'mailboxes' in debt || 'switchedOff' in debt
    ? sql`n.id in (select id from notification_waiting) and n.state in ('pending', 'retrying')`
    : sql`n.id in (
        select id from notification_waiting union all
        select unnest(notification_ids) from delivery_claim
      ) and n.state in ${sql.unsafe(notArrived)}`

/** Whoever acts on an alert locks it before its messages. */
async function lockAlerts(sql: TransactionSql, debt: Debt): Promise<void> {
  if ('alertsOf' in debt) await loadAlertsAbout(sql, 'source_id', [debt.alertsOf])
  if ('alertsOfHost' in debt) await loadAlertsAbout(sql, 'host_id', [debt.alertsOfHost])
}

/** Takes back what has not arrived yet; what a worker is sending this very moment is not sent again. */
export async function cancelUnsent(tx: Transaction, debt: Debt, now: Instant): Promise<void> {
  const sql = sqlOf(tx)
  await lockAlerts(sql, debt)
  const owed =
    'channel' in debt
      ? sql`channel_id in (select ${debt.channel}::uuid union all
          ${mailboxes(sql)} and exists (select from installation where mail_channel_id = ${debt.channel}))`
      : 'mailboxes' in debt
        ? sql`channel_id in (${mailboxes(sql)})`
        : 'switchedOff' in debt
          ? sql`channel_id in (
            select id from channel where kind = ${debt.switchedOff} and not kind_allowed)`
          : 'repeatsOf' in debt
            ? sql`kind = 'repeat' and alert_id in (
            select id from alert where project_id = any(${[...debt.repeatsOf]}::uuid[]) and closed_at is null)`
            : 'alertsOfHost' in debt
              ? sql`alert_id in (select id from alert where host_id = ${debt.alertsOfHost} and closed_at is null)`
              : sql`alert_id in (select id from alert where source_id = ${debt.alertsOf} and closed_at is null)`
  const reason: UndeliveredReason = debt.reason
  const chosen = sql`
    select n.id, 'cancelled', ${reason}::text, null::jsonb from notification n
    where ${unsentOf(sql, debt)} and ${owed}`
  const cancelled = await takeBack(sql, chosen, now)
  if (cancelled.length === 0) return
  const told = await alertsToldBy(sql, cancelled)
  await refreshSendingStatus(sql, told)
}
