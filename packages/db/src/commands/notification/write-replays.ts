import { type Instant, minutes } from '@highwater/core'
import { deadlineFor } from '@highwater/core/delivery'
import type { AlertMessage, ChannelMessage, MessageKind } from '@highwater/core/notify'
import type { TransactionSql } from '../../client/connect.ts'
import type { AlertRow } from '../../queue/alert-row.ts'
import { readPolicyInForce } from '../../queue/current-policy.ts'
import { contentOfDigest, loadContents } from '../../queue/digest/compose-digest.ts'
import { loadAlertsById } from '../../queue/load-alerts.ts'
import { composeMessage } from '../../queue/outbox/compose-message.ts'
import { readMessageProjects } from '../../queue/outbox/message-project.ts'
import type { ChosenMessage } from './load-chosen.ts'

interface ReplayContext {
  readonly now: Instant
  readonly by: string
  readonly consoleUrl: string
}

/** What a replayed message of an alert is now: over means that its beginning and end are told at once. */
function kindNow(kind: AlertMessage['kind'], alert: AlertRow) {
  if (alert.state !== 'closed') return { kind, note: 'replayed' as const }
  const note = kind === 'firing' ? ('first_news_of_a_closed_alert' as const) : ('replayed' as const)
  return { kind: 'resolved' as const, note }
}

const isOfAlert = (message: ChannelMessage | null): message is AlertMessage =>
  message !== null && message.kind !== 'digest' && message.kind !== 'test'

/** Puts given-up messages back into the outbox, saying what is true of their alerts now. */
export async function writeReplays(
  tx: TransactionSql,
  chosen: readonly ChosenMessage[],
  { now, by, consoleUrl }: ReplayContext,
): Promise<void> {
  const { settings } = await readPolicyInForce(tx)
  const alerts = await loadAlertsById(
    tx,
    chosen.flatMap(({ alertId }) => alertId ?? []),
  )
  const projects = await readMessageProjects(
    tx,
    alerts.flatMap((alert) => alert.project_id ?? []),
  )
  const contentOf = await loadContents(
    tx,
    chosen.flatMap(({ kind, digestId }) => (kind === 'digest' && digestId ? [digestId] : [])),
  )

  function rewritten({
    alertId,
    digestId,
    message,
    channelKind,
  }: ChosenMessage): ChannelMessage | null {
    if (message?.kind === 'digest' && digestId !== null) {
      const content = contentOfDigest(contentOf(digestId), channelKind ?? '', consoleUrl)
      return { ...message, ...content, sentFor: now, note: 'replayed' }
    }
    const alert = alerts.find(({ id }) => id === alertId)
    if (!alert || alert.number === null || !isOfAlert(message)) return message
    const { number } = alert
    const project = alert.project_id === null ? null : (projects.get(alert.project_id) ?? null)
    const { kind, note } = kindNow(message.kind, alert)
    const mentions = message.mentions ?? []
    return composeMessage({ kind, alert, number, project, now, consoleUrl, note, mentions })
  }

  const rows = chosen.map((row) => {
    const message = rewritten(row)
    const kind: MessageKind = message?.kind ?? row.kind
    const level = isOfAlert(message) && message.level !== 'none' ? message.level : 'low'
    const deadline = deadlineFor(kind, now, minutes(settings[level].frequencyMinutes))
    return { id: row.id, message: JSON.stringify(message), kind, deadline }
  })
  await tx`
    update notification n set state = 'pending', reason = null, reason_detail = null,
      settled_at = null, next_attempt_at = ${now}, deadline = t.deadline, kind = t.kind,
      message = t.message, degraded = false, replayed_at = ${now}, replayed_by_name = ${by}
    from unnest(
      ${rows.map(({ id }) => id)}::uuid[], ${rows.map(({ message }) => message)}::text[]::json[],
      ${rows.map(({ kind }) => kind)}::text[], ${rows.map(({ deadline }) => deadline)}::timestamptz[]
    ) as t (id, message, kind, deadline)
    where n.id = t.id`
}
