import type { DatabaseWorld } from './database-world.fixture.ts'
import { perMinute } from './memory-outbox.fixture.ts'

const minute = 60_000

/** (3) Per channel and alert: firing, then repeats, then resolved; a digest tells of all its alerts. */
function outOfOrder({ sent }: DatabaseWorld): string[] {
  const last = new Map<string, string>()
  return sent.flatMap(({ arrived, claimed: { kind, alertId, channelId, message } }) => {
    if (message.kind === 'digest') {
      for (const { incidentId, state } of message.members) {
        // As with single messages: a first one that was refused has had its turn, an end was never told.
        if (state !== 'closed') last.set(`${incidentId} ${channelId}`, 'firing')
        else if (arrived) last.set(`${incidentId} ${channelId}`, 'resolved')
      }
      return []
    }
    if (!arrived && kind !== 'firing') return []
    const key = `${alertId} ${channelId}`
    const before = last.get(key)
    last.set(key, kind)
    const isFirst = 'note' in message && message.note === 'first_news_of_a_closed_alert'
    if (kind === 'firing' || isFirst) return []
    if (before === undefined) return [`${key}: ${kind} before anything else`]
    return before === 'resolved' && kind === 'repeat' ? [`${key}: ${kind} after resolved`] : []
  })
}

/** (6) No robot gets more than its share in any minute. */
function overBudget({ sent }: DatabaseWorld): string[] {
  const byChannel = Map.groupBy(sent, ({ claimed }) => claimed.channelId)
  return [...byChannel].flatMap(([channel, messages]) => {
    const times = messages.map(({ at }) => at as number)
    const over = times.some((at, index) => at - (times[index - perMinute] ?? -minute) < minute)
    return over ? [`${channel}: more than ${perMinute} messages in a minute`] : []
  })
}

/** Every sentence of A10 that the database's own books do not bear out. */
export async function violationsOf(world: DatabaseWorld): Promise<string[]> {
  const { sql } = world.fresh.db
  const found = await sql<{ broken: string; alert: string }[]>`
    select 'fired without a word or a reason' as broken, e.alert_id as alert from alert_event e
    where e.type = 'fire' and not exists (
      select from notification n where n.alert_id = e.alert_id and n.created_at = e.at
        and (n.channel_id is not null or n.reason is not null))
    union all
    select 'two open alerts of one event', min(id::text)::uuid from alert
    where closed_at is null group by project_id, event having count(*) > 1
    union all
    select 'may have arrived more than twice', n.alert_id from delivery_attempt d
    join notification n on n.id = d.notification_id
    where d.outcome in ('delivered', 'partial', 'unknown')
    group by n.alert_id, n.id having count(*) > 2
    union all
    select 'told nobody and does not say why', a.id from alert a
    where a.fired_at is not null and not exists (
      select from notification n where n.alert_id = a.id)
    union all
    select 'has no timeline', a.id from alert a
    where not exists (select from alert_event e where e.alert_id = a.id)
    union all
    select 'counts open alerts wrongly', p.project_id from project_state p
    where p.open_alerts <> (
      select count(*) from alert a where a.project_id = p.project_id and a.closed_at is null)`
  return [
    ...outOfOrder(world),
    ...overBudget(world),
    ...found.map(({ broken, alert }) => `${alert} ${broken}`),
  ]
}
