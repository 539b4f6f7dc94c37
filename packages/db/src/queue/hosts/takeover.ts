import { between, type HostId, type Instant, minutes, seconds } from '@highwater/core'
import type { Particulars } from '@highwater/core/alert'
import type { TransactionSql } from '../../client/connect.ts'
import { readPolicyInForce } from '../current-policy.ts'
import { defaultDepartment } from '../default-department.ts'
import { workerSilenceSeconds } from '../heartbeat.ts'
import { loadAlertsAbout } from '../load-alerts.ts'
import { judgeThings } from '../standing/judge-things.ts'
import { lockNewsAbout } from '../standing/lock-news.ts'

/** A takeover is complete when nothing is left to take and nothing has been taken for this long. */
export const takeoverSettled = minutes(1)

/** What was found in the hands of another worker, and who takes it now. */
export interface Takeover {
  /** The workers that held it, one entry for each thing. */
  readonly heldBy: readonly (string | null)[]
  readonly what: 'messages' | 'sources'
  /** The machine of the worker that takes over. */
  readonly byHost: string
  readonly consoleUrl: string
}

interface LostHost {
  readonly id: HostId
  readonly name: string
  readonly last_seen: Instant
  readonly taken: number
}

/** Machines whose workers have all fallen silent, with how much of this was theirs. */
const findLostHosts = (
  tx: TransactionSql,
  { heldBy, byHost }: Pick<Takeover, 'heldBy' | 'byHost'>,
) => tx<LostHost[]>`
  select h.id, h.name, max(w.seen_at) as last_seen, count(*)::int as taken
  from unnest(${heldBy as (string | null)[]}::text[]) as held (worker)
  join worker w on w.id = held.worker
  join host h on h.name = w.host and h.is_own and h.deleted_at is null
  where h.name <> ${byHost} and not exists (
    select from worker alive where alive.host = h.name
      and alive.seen_at >= now() - make_interval(secs => ${workerSilenceSeconds}))
  group by h.id, h.name order by h.id`

const lockHosts = (tx: TransactionSql, ids: readonly HostId[]) => tx`
  select from host where id = any(${[...ids]}::uuid[]) order by id for update`

/**
 * Locks the machines that have died with this in hand, and the news of their alerts, before any of it is
 * taken: those who watch hosts lock them before messages.
 */
export async function lockLostHosts(
  tx: TransactionSql,
  held: Pick<Takeover, 'heldBy' | 'byHost'>,
): Promise<void> {
  const ids = (await findLostHosts(tx, held)).map(({ id }) => id)
  if (ids.length === 0) return
  await lockHosts(tx, ids)
  await lockNewsAbout(tx, 'host_id', ids, await readPolicyInForce(tx))
}

type TakenOver = Extract<Particulars, { type: 'taken_over' }>

const added = (before: Particulars | null, takeover: Takeover, taken: number, now: Instant) => {
  const known: TakenOver =
    before?.type === 'taken_over'
      ? before
      : { type: 'taken_over', by: [], messages: 0, sources: 0, lastAt: now }
  return {
    ...known,
    by: [...new Set([...known.by, takeover.byHost])],
    [takeover.what]: known[takeover.what] + taken,
    lastAt: now,
  }
}

/**
 * One alert per machine that died with work in hand says who took it over. A worker that only was
 * started anew on the same machine, or beside another one that lives there, is no such case.
 */
export async function recordTakeover(tx: TransactionSql, takeover: Takeover): Promise<void> {
  const lost = await findLostHosts(tx, takeover)
  if (lost.length === 0) return
  const policy = await readPolicyInForce(tx)
  const { now } = policy
  const ids = lost.map((host) => host.id)
  await lockHosts(tx, ids)
  const department = await defaultDepartment(tx)
  const open = await loadAlertsAbout(tx, 'host_id', ids)
  const event = 'host_down_migrate_resource'
  const standings = lost.map((host) => {
    const before = open.find((row) => row.host_id === host.id && row.event === event)
    const measure = { observed: between(host.last_seen, now), threshold: seconds(0) }
    return {
      thing: { id: host.id, name: host.name, department },
      event,
      standing: { is: 'bad', since: host.last_seen, measure },
      hold: seconds(0),
      detail: null,
      particulars: added(before?.particulars ?? null, takeover, host.taken, now),
    } as const
  })
  await judgeThings(tx, 'host_id', standings, policy, takeover.consoleUrl)
  await tx`
    update host set due_at = least(due_at, ${now}::timestamptz + ${`${takeoverSettled} milliseconds`}::interval)
    where id = any(${ids}::uuid[])`
}
