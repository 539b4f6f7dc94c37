import { between, type DepartmentId, earliest, type Instant, plus, seconds } from '@highwater/core'
import type { Standing } from '@highwater/core/alert-standing'
import type { Database, TransactionSql } from '../../client/connect.ts'
import { type PolicyInForce, readPolicyInForce } from '../current-policy.ts'
import { defaultDepartment } from '../default-department.ts'
import type { WatchOptions, WatchReport } from '../hosts/watch-hosts.ts'
import { mailboxKind } from '../outbox/open-mailboxes.ts'
import { judgeThings } from '../standing/judge-things.ts'
import { lockNewsAbout } from '../standing/lock-news.ts'
import { readWithheld } from './withheld.ts'

interface DueChannel {
  readonly id: string
  readonly name: string
  readonly department_id: DepartmentId | null
  readonly failures: number
  readonly failing_since: Instant | null
  readonly health_reason: string | null
  readonly is_off: boolean
}

const findDueChannels = (tx: TransactionSql, limit: number) => tx<{ id: string }[]>`
  select id from channel where due_at <= now() order by due_at limit ${limit}`

// A mailbox is no channel of its own: that mail fails is told of the channel behind it.
// A stronger lock would make every planner of notifications wait.
const takeChannels = (tx: TransactionSql, ids: readonly string[]) => tx<DueChannel[]>`
  select id, name, department_id, failures, failing_since, health_reason,
    deleted_at is not null or not enabled or not kind_allowed or (person_id is not null and kind = ${mailboxKind}) as is_off
  from channel where id = any(${[...ids]}::uuid[]) and due_at <= now()
  order by due_at for no key update skip locked`

interface Judged {
  readonly standing: Standing
  readonly recheckAt: Instant | null
}

/** Down when it has failed so often in a row, and for so long; in between nothing is certain. */
function judge(channel: DueChannel, { now, parameters }: PolicyInForce): Judged {
  const { failures, failing_since: since, is_off } = channel
  if (is_off) return { standing: { is: 'gone', reason: 'object_removed' }, recheckAt: null }
  if (since === null) return { standing: { is: 'good' }, recheckAt: null }
  if (failures < parameters.channelDownFailures) {
    return { standing: { is: 'unjudged' }, recheckAt: null }
  }
  const threshold = seconds(parameters.channelDownAfterSeconds)
  const measure = { observed: between(since, now), threshold }
  return measure.observed < threshold
    ? { standing: { is: 'unjudged' }, recheckAt: plus(since, threshold) }
    : { standing: { is: 'bad', since, measure }, recheckAt: null }
}

/** Judges the channels that have failed, or delivered again, since they were last looked at. */
export async function watchChannels(
  db: Database,
  { limit, consoleUrl }: WatchOptions,
): Promise<WatchReport> {
  return db.sql.begin(async (tx) => {
    const due = (await findDueChannels(tx, limit)).map(({ id }) => id)
    if (due.length === 0) return { taken: 0, more: false }
    const policy = await readPolicyInForce(tx)
    await lockNewsAbout(tx, 'channel_id', due, policy)
    const channels = await takeChannels(tx, due)
    if (channels.length === 0) return { taken: 0, more: false }
    const home = await defaultDepartment(tx)
    const judged = channels.map((channel) => judge(channel, policy))
    const down = channels.filter((_, index) => judged[index]?.standing.is === 'bad')
    const withheldOf = await readWithheld(
      tx,
      down.map(({ id }) => id),
    )
    const standings = channels.map((channel, index) => ({
      thing: { id: channel.id, name: channel.name, department: channel.department_id ?? home },
      event: 'channel_down' as const,
      standing: judged[index]?.standing ?? { is: 'unjudged' as const },
      // One delivered message is proof enough.
      hold: seconds(0),
      detail: channel.health_reason,
      particulars: judged[index]?.standing.is === 'bad' ? withheldOf(channel.id) : null,
    }))
    const { dueAt } = await judgeThings(tx, 'channel_id', standings, policy, consoleUrl)
    const next = channels.map((_, index) =>
      earliest(judged[index]?.recheckAt ?? null, dueAt[index] ?? null),
    )
    await tx`
      update channel set due_at = t.due_at
      from unnest(${channels.map(({ id }) => id)}::uuid[], ${next}::timestamptz[]) as t (id, due_at)
      where channel.id = t.id`
    return { taken: channels.length, more: channels.length === limit }
  })
}
