import type { UserId } from '@highwater/core'
import { quotaTimeZone } from '@highwater/core/delivery'
import type { PlannedChannel } from '@highwater/core/notify'
import type { Sql, TransactionSql } from '../../client/connect.ts'
import { mailboxKind } from './open-mailboxes.ts'
import { quotaOfRobot, robotOf } from './robot-of.ts'

type Channel = PlannedChannel & { readonly name: string; readonly kind: string }

/** The beginning of the month in which providers count now. */
export const monthStart = (tx: TransactionSql | Sql) => tx`
  date_trunc('month', now() at time zone ${quotaTimeZone}) at time zone ${quotaTimeZone}`

const select = (
  tx: TransactionSql | Sql,
  people: readonly UserId[],
  alerts: readonly string[],
  lock: ReturnType<Sql>,
) => tx<Channel[]>`
  select c.id, c.name, c.kind, c.department_id as department, c.fallback_channel_id as fallback, c.aggregation,
    c.person_id as person, exists (
      select from channel_bucket b
      where b.key = ${robotOf(tx)} and b.month_start = ${monthStart(tx)}
        and b.month_sent >= ${quotaOfRobot(tx, tx`b.key`)}
    ) as "quotaSpent", not c.kind_allowed as "kindOff", c.enabled
  from channel c
  where c.deleted_at is null and (c.person_id is null or c.person_id = any(${[...people]}::uuid[])
    or c.id in (select n.channel_id from notification n where n.alert_id = any(${[...alerts]}::uuid[])))
  order by c.id ${lock}`

/** Somebody's own channel is on while their account is, too. */
async function withAccounts(
  tx: TransactionSql | Sql,
  channels: readonly Channel[],
): Promise<readonly Channel[]> {
  const people = channels.flatMap(({ person }) => person ?? [])
  if (people.length === 0) return channels
  const rows = await tx<{ id: UserId }[]>`
    select id from account where id = any(${people}::uuid[]) and disabled_at is not null`
  const shutOut = new Set(rows.map(({ id }) => id))
  return channels.map((channel) =>
    channel.person && shutOut.has(channel.person) ? { ...channel, enabled: false } : channel,
  )
}

/** A mailbox is on while the channel behind it is, too. */
async function withMail(
  tx: TransactionSql | Sql,
  channels: readonly Channel[],
): Promise<Channel[]> {
  const isMailbox = ({ person, kind }: Channel) => Boolean(person) && kind === mailboxKind
  if (!channels.some(isMailbox)) return [...channels]
  const [mail] = await tx<{ is_on: boolean }[]>`
    select m.enabled and m.kind_allowed and m.deleted_at is null as is_on
    from installation i join channel m on m.id = i.mail_channel_id`
  return channels.map((channel) =>
    isMailbox(channel) ? { ...channel, enabled: channel.enabled && mail?.is_on === true } : channel,
  )
}

/**
 * The channels that news may go to: all that are shared, the own ones of these people, and those that
 * have heard of these alerts.
 */
export const readPlannedChannels = async (
  tx: TransactionSql | Sql,
  people: readonly UserId[],
  alerts: readonly string[],
): Promise<Channel[]> =>
  withMail(tx, await withAccounts(tx, await select(tx, people, alerts, tx``)))

/**
 * The same, share-locked, so that none disappears before the outbox is written. Only then is it asked
 * whose accounts are disabled and which channel carries the mail: whoever disables one or names another
 * waits for this news, or is seen here.
 */
export const lockPlannedChannels = async (
  tx: TransactionSql,
  people: readonly UserId[],
  alerts: readonly string[],
): Promise<Channel[]> =>
  withMail(tx, await withAccounts(tx, await select(tx, people, alerts, tx`for key share of c`)))
