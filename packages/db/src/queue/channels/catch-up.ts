import {
  type AlertId,
  type ChannelId,
  type Instant,
  minutes,
  type NotificationId,
} from '@highwater/core'
import {
  deadlineFor,
  latestNews,
  type UndeliveredReason,
  type WaitingNews,
} from '@highwater/core/delivery'
import {
  type AlertMessage,
  type AlertMessageKind,
  type MessageNote,
  priorityOf,
} from '@highwater/core/notify'
import type { Database, TransactionSql } from '../../client/connect.ts'
import { publishFrom, type Topic } from '../../client/topics.ts'
import type { AlertRow } from '../alert-row.ts'
import { type PolicyInForce, readPolicyInForce } from '../current-policy.ts'
import { foldWaiting } from '../digest/fold-waiting.ts'
import { loadAlertsById } from '../load-alerts.ts'
import { composeMessage } from '../outbox/compose-message.ts'
import { readMessageProjects } from '../outbox/message-project.ts'
import { refreshSendingStatus } from '../outbox/write-notifications.ts'

interface Recovered {
  readonly id: ChannelId
  readonly since: Instant
}

interface WaitingRow {
  readonly id: NotificationId
  readonly alert_id: AlertId | null
  readonly kind: AlertMessageKind | 'digest'
  readonly note: MessageNote | null
  readonly mentions: AlertMessage['mentions'] | null
}

/** A channel that delivers again. */
const findRecovered = (tx: TransactionSql) => tx<{ id: ChannelId }[]>`
  select id from channel where catch_up_since is not null order by catch_up_since limit 1`

/** The same, locked; not while it is in other hands, or once another worker has put it in order. */
const takeRecovered = (tx: TransactionSql, id: ChannelId) => tx<Recovered[]>`
  select id, catch_up_since as since from channel where id = ${id} and catch_up_since is not null
  for no key update skip locked`

/**
 * The alerts that what waits is about: those of its messages, and those that its digests name, but for
 * the digest of what came and went unwatched, which goes out as it is.
 */
async function alertsWaiting(tx: TransactionSql, channel: ChannelId): Promise<AlertId[]> {
  const rows = await tx<{ alert_id: AlertId }[]>`
    select alert_id from notification_waiting
    where channel_id = ${channel} and alert_id is not null
    union
    select n.alert_id from notification_waiting w
    join notification sent on sent.id = w.id and sent.kind = 'digest'
    join digest d on d.id = sent.digest_id and d.why <> 'gap'
    join notification n on n.digest_id = sent.digest_id and n.alert_id is not null
    where w.channel_id = ${channel}`
  return rows.map((row) => row.alert_id)
}

/** What waits, locked, oldest first. What came and went unwatched is told by a digest of its own. */
const takeWaiting = (tx: TransactionSql, channel: ChannelId) => tx<WaitingRow[]>`
  select n.id, n.alert_id, n.kind, n.message ->> 'note' as note,
    n.message -> 'mentions' as mentions
  from notification_waiting w
  join notification n on n.id = w.id and n.state in ('pending', 'retrying')
  left join digest d on d.id = n.digest_id
  where w.channel_id = ${channel} and d.why is distinct from 'gap'
  order by n.sequence for update of n`

const toNews = ({ id, alert_id: alert, kind, note }: WaitingRow): WaitingNews[] =>
  alert === null || kind === 'digest' ? [] : [{ id, alert, kind, note }]

interface Situation {
  readonly channel: Recovered
  readonly policy: PolicyInForce
  readonly consoleUrl: string
}

/** Makes of all that waits about each alert one message with what is true of it now. */
async function tellLatest(
  tx: TransactionSql,
  waiting: readonly WaitingRow[],
  alerts: readonly AlertRow[],
  { channel, policy: { now, settings }, consoleUrl }: Situation,
) {
  const projects = await readMessageProjects(
    tx,
    alerts.flatMap((alert) => alert.project_id ?? []),
  )
  for (const alert of alerts) {
    const own = waiting.filter((row) => row.alert_id === alert.id)
    const { kept, leftOut } = latestNews(own.flatMap(toNews), alert.state === 'closed')
    await tx`
      update notification set state = 'superseded', next_attempt_at = null, settled_at = ${now},
        reason = ${'superseded' satisfies UndeliveredReason}
      where id = any(${[...leftOut]}::uuid[])`
    const { number, level } = alert
    if (kept === null || number === null) continue
    const { kind, note } = kept
    const project = alert.project_id === null ? null : (projects.get(alert.project_id) ?? null)
    const mentions = own.find(({ id }) => id === kept.id)?.mentions ?? []
    const composed = composeMessage({
      kind,
      alert,
      number,
      project,
      now,
      consoleUrl,
      note,
      mentions,
    })
    const withheld = { from: channel.since, to: now, others: leftOut.length }
    const { frequencyMinutes } = settings[level === 'none' ? 'low' : level]
    await tx`
      update notification set kind = ${kind}, next_attempt_at = ${now},
        priority = ${priorityOf(kind, level)},
        deadline = ${deadlineFor(kind, now, minutes(frequencyMinutes))},
        message = ${JSON.stringify({ ...composed, withheld })}::text::json
      where id = ${kept.id}`
  }
}

/**
 * Puts in order what has waited for a channel that delivers again (C11): one message for each alert,
 * with its latest state, and one digest of all of them where they are many, or a digest waits already.
 * Until that is done nothing of the channel is claimed, so that a worker's death only makes another one
 * do it.
 */
export async function catchUpChannels(
  db: Database,
  { consoleUrl }: { readonly consoleUrl: string },
): Promise<{ readonly taken: number; readonly more: boolean }> {
  return db.sql.begin(async (tx) => {
    const [recovered] = await findRecovered(tx)
    if (!recovered) return { taken: 0, more: false }
    const policy = await readPolicyInForce(tx)
    const { now, parameters } = policy
    // Alerts before the channel, and that before its messages: as those lock them who judge alerts, and receipts.
    const alerts = await loadAlertsById(tx, await alertsWaiting(tx, recovered.id))
    const [channel] = await takeRecovered(tx, recovered.id)
    if (!channel) return { taken: 0, more: false }
    const waiting = await takeWaiting(tx, channel.id)
    // What waited may have been taken back since its alerts were read. A digest that waited says what
    // was true when it was written, and ends of its alerts may wait behind it.
    const areMany = alerts.length > parameters.channelCatchUpAlerts
    if (waiting.length > 0 && (areMany || waiting.some(({ kind }) => kind === 'digest'))) {
      const notifications = waiting.map(({ id }) => id)
      await foldWaiting(tx, [{ channel: channel.id, notifications }], {
        now,
        consoleUrl,
        why: 'outage',
        reason: 'told_after_outage',
        sendAt: now,
        withheld: { from: channel.since, to: now },
      })
    } else {
      await tellLatest(tx, waiting, alerts, { channel, policy, consoleUrl })
    }
    await tx`update channel set catch_up_since = null where id = ${channel.id}`
    const ids = alerts.map(({ id }) => id)
    await refreshSendingStatus(tx, ids)
    const topics: Topic[] = ['channels', 'alerts', 'deliveries', 'deliver']
    await publishFrom(tx, [...topics, ...ids.map((id): Topic => `alert:${id}`)])
    return { taken: waiting.length, more: true }
  })
}
