import { type Instant, minutes } from '@highwater/core'
import { deadlineFor } from '@highwater/core/delivery'
import {
  type AlertNews,
  type MessageProject,
  planNotifications,
  priorityOf,
} from '@highwater/core/notify'
import type { TransactionSql } from '../../client/connect.ts'
import type { AlertRow } from '../alert-row.ts'
import { composeMessage } from './compose-message.ts'
import { loadPlanContext, readMessageLocale } from './plan-context.ts'
import {
  type OutboxRow,
  refreshSendingStatus,
  supersede,
  writeOutbox,
} from './write-notifications.ts'

/** News of an alert together with everything that a message about it says. */
export interface Telling {
  readonly news: AlertNews
  readonly alert: AlertRow
  readonly number: number
  readonly project: MessageProject | null
  /** The length of one frequency of its level: how long a repeat is worth sending. */
  readonly frequencyMinutes: number
}

/**
 * Plans who hears the news and writes the outbox, in the transaction of the transitions themselves.
 * Every alert of the news gets a notification or a recorded suppression (A10, invariant 1).
 */
export async function tell(
  tx: TransactionSql,
  tellings: readonly Telling[],
  now: Instant,
  consoleUrl: string,
): Promise<void> {
  if (tellings.length === 0) return
  const byAlert = new Map(tellings.map((telling) => [telling.alert.id as string, telling]))
  const context = await loadPlanContext(tx, [...byAlert.keys()])
  const plan = planNotifications(
    tellings.map((telling) => telling.news),
    context,
  )
  await supersede(tx, plan.superseded, now)

  const row = (
    alertId: string,
    channelId: string | null,
    kind: AlertNews['kind'],
    note: AlertNews['note'],
    suppression: string | null,
  ): OutboxRow[] => {
    const telling = byAlert.get(alertId)
    if (!telling) return []
    const { alert, number, project, frequencyMinutes } = telling
    return [
      {
        alertId,
        channelId,
        kind,
        suppression,
        message: composeMessage({ kind, alert, number, project, now, consoleUrl, note }),
        priority: priorityOf(kind, alert.level),
        deadline: deadlineFor(kind, now, minutes(frequencyMinutes)),
        dedupeKey: [alertId, channelId ?? '-', kind, alert.reopened, alert.repeats].join(' '),
      },
    ]
  }
  const rows = [
    ...plan.intents.flatMap((intent) =>
      row(intent.alert, intent.channel, intent.kind, intent.note, null),
    ),
    ...plan.suppressions.flatMap((held) =>
      row(held.alert, held.channel, held.kind, null, held.reason),
    ),
  ]
  await writeOutbox(tx, rows, await readMessageLocale(tx), now)
  await refreshSendingStatus(tx, [...byAlert.keys()])
}
