import { type Instant, minutes } from '@highwater/core'
import { deadlineFor } from '@highwater/core/delivery'
import {
  type AlertMessage,
  type AlertNews,
  type AlertSubject,
  type Intent,
  type MessageProject,
  type PlannedNews,
  priorityOf,
  type Suppression,
} from '@highwater/core/notify'
import { spanOver } from '@highwater/core/silence'
import type { TransactionSql } from '../../client/connect.ts'
import type { AlertRow } from '../alert-row.ts'
import { scheduleEscalation } from '../escalate/schedule-escalation.ts'
import { holdsAmong, recordHolds } from '../silence/record-holds.ts'
import { alikeFactsOf, departmentNames } from './alike-facts.ts'
import { keepAlikeTogether } from './alike-windows.ts'
import { composeMessage } from './compose-message.ts'
import { keepWithinLimits } from './flows.ts'
import { gatherDigests } from './gather-digests.ts'
import { loadMentions } from './load-mentions.ts'
import { loadPlanContext } from './plan-context.ts'
import { planNews } from './plan-news.ts'
import type { Restraint } from './restraint.ts'
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

/** What an alert is about, as subscriptions and silences look at it. */
export const subjectOf = (alert: AlertRow, project: MessageProject | null): AlertSubject => ({
  event: alert.event,
  level: alert.level,
  project: alert.project_id,
  department: alert.department_id,
  tags: project?.tags ?? [],
  channel: alert.channel_id,
})

const plannedNewsOf =
  (nameOf: Parameters<typeof alikeFactsOf>[1]) =>
  ({ news, alert, project }: Telling): PlannedNews => {
    const { severity, subject, department_id: department } = alert
    return {
      ...news,
      subject: subjectOf(alert, project),
      escalatedMinutes: alert.escalated_minutes,
      alike: alikeFactsOf({ severity, project, department, subject }, nameOf),
    }
  }

type Addressed = Pick<OutboxRow, 'alertId' | 'channelId' | 'kind'>

const sent = { suppression: null, wakeAt: null, digestId: null, subscriptions: null, locale: null }

/** The language of the first subscription counts. */
const wanting = (by: Intent['by']) => ({
  subscriptions: by.map(({ subscription: { id, name } }) => ({ id, name })),
  locale: by[0].subscription.locale,
})

/** What is alike is told together, and no more than subscriptions want. */
export const restrainUsually: Restraint = async (tx, planned, now, context) =>
  keepWithinLimits(tx, await keepAlikeTogether(tx, planned, now, context), now)

/**
 * Plans who hears the news and writes the outbox, in the transaction of the transitions themselves.
 * Every alert of the news gets a notification or a recorded suppression (A10, invariant 1).
 */
export async function tell(
  tx: TransactionSql,
  tellings: readonly Telling[],
  now: Instant,
  consoleUrl: string,
  restrain: Restraint = restrainUsually,
): Promise<void> {
  if (tellings.length === 0) return
  const byAlert = new Map(tellings.map((telling) => [telling.alert.id as string, telling]))
  // No channel can have heard of an alert that opens with this very news: nothing is asked of those.
  const older = new Set(
    tellings.flatMap(({ alert }) => (alert.number === null ? [] : [alert.id as string])),
  )
  const projects = tellings.flatMap(({ alert }) => alert.project_id ?? [])
  const lived = spanOver(tellings.flatMap(({ news }) => news.lived ?? []))
  const repeated = tellings.flatMap(({ news }) => (news.kind === 'repeat' ? [news.alert] : []))
  const context = await loadPlanContext(tx, { alerts: [...older], projects, lived, repeated }, now)
  const ofThings = tellings.flatMap(({ alert, project }) =>
    project === null ? alert.department_id : [],
  )
  const news = tellings.map(plannedNewsOf(await departmentNames(tx, ofThings, context)))
  const planned = await planNews(tx, news, context)
  const plan = await restrain(tx, planned, now, context)
  const superseded = plan.superseded.filter(({ alert }) => older.has(alert))
  await supersede(tx, superseded, now)
  const digestOf = await gatherDigests(tx, plan.held, now)
  const mentionsOf = await loadMentions(tx, plan.kept, context.channels)

  const row = (
    owed: Pick<Suppression, 'alert' | 'channel' | 'kind'>,
    own: Omit<OutboxRow, keyof Addressed | 'message' | 'priority' | 'deadline' | 'dedupeKey'>,
    { note, mentions }: Pick<AlertMessage, 'note' | 'mentions'>,
  ): OutboxRow[] => {
    const telling = byAlert.get(owed.alert)
    if (!telling) return []
    const { kind, channel } = owed
    const { alert, number, project, frequencyMinutes } = telling
    const outcome = own.suppression?.reason ?? 'owed'
    const whom = own.suppression?.detail?.personId
    return [
      {
        ...own,
        alertId: alert.id,
        channelId: channel,
        kind,
        message: composeMessage({
          kind,
          alert,
          number,
          project,
          now,
          consoleUrl,
          note,
          mentions: mentions ?? [],
        }),
        priority: priorityOf(kind, alert.level),
        deadline: deadlineFor(kind, now, minutes(frequencyMinutes)),
        dedupeKey: [
          alert.id,
          channel ?? '-',
          kind,
          alert.reopened,
          alert.repeats,
          now,
          outcome,
          ...(whom === undefined ? [] : [whom]),
        ].join(' '),
      },
    ]
  }
  const rows = [
    ...plan.kept.flatMap((intent) =>
      row(
        intent,
        { ...sent, ...wanting(intent.by) },
        { note: intent.note, mentions: mentionsOf(intent) },
      ),
    ),
    ...plan.held.flatMap((held) => {
      const { reason, detail, wakeAt } = held
      const suppression = { reason, detail }
      return row(
        held,
        {
          ...sent,
          ...(held.by === undefined ? {} : wanting(held.by)),
          suppression,
          wakeAt,
          digestId: held.into ?? digestOf(held),
        },
        { note: null },
      )
    }),
  ]
  await writeOutbox(tx, rows, now)
  /** Something is still to be sent about these, which is how a new alert begins. */
  const waiting = new Set<string>([
    ...plan.kept.map(({ alert }) => alert),
    ...plan.held.flatMap(({ alert, collecting, into }) => (collecting || into ? [alert] : [])),
  ])
  const alerts = new Map(tellings.map(({ alert }) => [alert.id as string, alert]))
  const holds = holdsAmong(
    plan.held,
    alerts,
    (alert, silence) => context.heldUntilNow(alert)?.detail.id === silence,
  )
  await recordHolds(tx, holds, now)
  await refreshSendingStatus(
    tx,
    [...byAlert.keys()].filter((alert) => older.has(alert) || !waiting.has(alert)),
  )
  const begun = news.filter(
    ({ alert, kind }) => kind === 'firing' && alerts.get(alert)?.state === 'firing',
  )
  await scheduleEscalation(tx, begun, context.subscriptions, now)
}
