import { type Instant, minutes } from '@highwater/core'
import { deadlineFor } from '@highwater/core/delivery'
import {
  type AlertNews,
  type MessageProject,
  type PlannedNews,
  planNotifications,
  priorityOf,
  type Suppression,
} from '@highwater/core/notify'
import type { TransactionSql } from '../../client/connect.ts'
import type { AlertRow } from '../alert-row.ts'
import { holdsAmong, recordHolds } from '../silence/record-holds.ts'
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

const plannedNewsOf = ({ news, alert, project }: Telling): PlannedNews => ({
  ...news,
  subject: {
    event: alert.event,
    level: alert.level,
    project: alert.project_id,
    department: alert.department_id,
    tags: project?.tags ?? [],
  },
})

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
  const context = await loadPlanContext(tx, [...byAlert.keys()], now)
  const plan = planNotifications(tellings.map(plannedNewsOf), context)
  await supersede(tx, plan.superseded, now)

  const row = (
    owed: Pick<Suppression, 'alert' | 'channel' | 'kind'>,
    note: AlertNews['note'],
    suppression: Suppression | null,
  ): OutboxRow[] => {
    const telling = byAlert.get(owed.alert)
    if (!telling) return []
    const { kind } = owed
    const { alert, number, project, frequencyMinutes } = telling
    const parts = [alert.id, owed.channel ?? '-', kind, alert.reopened, alert.repeats, now]
    return [
      {
        alertId: alert.id,
        channelId: owed.channel,
        kind,
        suppression,
        message: composeMessage({ kind, alert, number, project, now, consoleUrl, note }),
        priority: priorityOf(kind, alert.level),
        deadline: deadlineFor(kind, now, minutes(frequencyMinutes)),
        dedupeKey: [...parts, suppression === null ? 'owed' : suppression.reason].join(' '),
      },
    ]
  }
  const rows = [
    ...plan.kept.flatMap((intent) => row(intent, intent.note, null)),
    ...plan.held.flatMap((held) => row(held, null, held)),
  ]
  await writeOutbox(tx, rows, await readMessageLocale(tx), now)
  const alerts = new Map(tellings.map(({ alert }) => [alert.id as string, alert]))
  await recordHolds(tx, holdsAmong(plan.held, alerts), now)
  await refreshSendingStatus(tx, [...byAlert.keys()])
}
