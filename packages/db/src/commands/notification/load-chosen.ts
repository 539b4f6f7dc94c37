import { againstReplay, type ReplayFacts, type ReplayRefusal } from '@highwater/core/delivery'
import { type Actor, can } from '@highwater/core/permissions'
import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Transaction } from '../../client/connect.ts'
import { shortIdOf } from '../../queries/alert/item.ts'
import { notificationCondition } from '../../queries/notification/filters.ts'
import { inState } from '../../queries/notification/state.ts'
import { notificationVisibleTo } from '../../queries/visible.ts'
import { type WhyGone, whyGone } from '../../queue/deliver/why-gone.ts'
import { alert, channel, channelTest, notification } from '../../schema/index.ts'
import { mostReplayed, type ReplayChoice } from './replay-choice.ts'

/** What became of newer messages about the same alert to the same channel, digests included. */
const since = sql<ReplayFacts['since']>`(
  select case
      when bool_or(newer.state in ('pending', 'retrying', 'sending')) then 'waits'
      when bool_or(newer.state in ('delivered', 'partial')) then 'told'
      when bool_or(newer.state = 'failed') then 'failed'
      else 'nothing'
    end
  from (
    select case when m.digest_id is null then m.state else coalesce(sent.state, 'pending') end as state
    from notification m
    left join notification sent on sent.digest_id = m.digest_id and sent.kind = 'digest'
    where m.alert_id = "notification"."alert_id" and m.channel_id = "notification"."channel_id"
      and m.sequence > "notification"."sequence"
  ) as newer)`

/** A test is no dead letter: it is asked for anew. */
const conditionOf = (actor: Actor, choice: ReplayChoice) =>
  'filter' in choice
    ? and(
        notificationCondition(actor, choice.filter),
        inState('failed'),
        isNull(notification.testId),
      )
    : and(notificationVisibleTo(actor), inArray(notification.id, [...choice.notifications]))

const gone = sql<WhyGone | null>`(
  select ${sql.raw(whyGone)} from channel c where c.id = ${notification.channelId})`

/** What stays failed whoever asks: those that can go out must not wait behind it for ever. */
const isPast = sql`(${gone} is not null or ${since} <> 'nothing')`

/**
 * Locks the chosen messages that the actor may see, and says what speaks against each. Oldest
 * first, but of those that a filter finds all that can go out before the others.
 */
export async function loadChosen(tx: Transaction, actor: Actor, choice: ReplayChoice) {
  const rows = await tx
    .select({
      id: notification.id,
      kind: notification.kind,
      state: notification.state,
      reason: notification.reason,
      alertId: notification.alertId,
      digestId: notification.digestId,
      message: notification.message,
      alertNumber: alert.number,
      alertState: alert.state,
      channelName: sql<string>`coalesce(${channel.name}, ${channelTest.channelName}, '')`,
      channelKind: channel.kind,
      gone,
      department: sql<typeof channel.$inferSelect.departmentId>`
        coalesce(${alert.departmentId}, ${channel.departmentId})`,
      since,
    })
    .from(notification)
    .leftJoin(alert, eq(alert.id, notification.alertId))
    .leftJoin(channel, eq(channel.id, notification.channelId))
    .leftJoin(channelTest, eq(channelTest.id, notification.testId))
    .where(conditionOf(actor, choice))
    .orderBy(
      ...('filter' in choice ? [isPast] : []),
      asc(notification.createdAt),
      asc(notification.id),
    )
    .limit(mostReplayed + 1)
    .for('update', { of: notification })
  return rows.map((row) => ({ ...row, name: nameOf(row), against: against(actor, row) }))
}

interface ChosenRow {
  readonly kind: ReplayFacts['kind']
  readonly state: string
  readonly message: { readonly shortId: string } | null
  readonly alertNumber: number | null
  readonly alertState: string | null
  readonly channelName: string
  readonly gone: WhyGone | null
  readonly department: typeof channel.$inferSelect.departmentId
  readonly since: ReplayFacts['since']
}

const nameOf = ({ alertNumber, message, channelName }: ChosenRow): string => {
  const about = alertNumber === null ? message?.shortId : shortIdOf(alertNumber)
  return [about, channelName].filter(Boolean).join(' → ')
}

const standings = {
  channel_deleted: 'deleted',
  channel_disabled: 'disabled',
  channel_kind_off: 'kind_off',
} as const satisfies Record<WhyGone, ReplayFacts['channel']>

function against(actor: Actor, row: ChosenRow): ReplayRefusal | null {
  const { department, kind, state, gone, since: newer, alertState } = row
  if (!can(actor, 'notification.replay', { department }).allowed) return 'forbidden'
  return againstReplay({
    kind,
    isFailed: state === 'failed',
    channel: gone === null ? 'there' : standings[gone],
    since: newer,
    isOver: alertState === null ? null : alertState === 'closed',
  })
}

export type ChosenMessage = Awaited<ReturnType<typeof loadChosen>>[number]
