import { earliest, hours, type Instant, plus } from '@highwater/core'
import { hostRulesOf } from '@highwater/core/alert-standing'
import type { Database, TransactionSql } from '../../client/connect.ts'
import { readPolicyInForce } from '../current-policy.ts'
import { defaultDepartment } from '../default-department.ts'
import { readLastGap } from '../gap/last-gap.ts'
import { workerSilenceSeconds } from '../heartbeat.ts'
import { openSince } from '../ingest/keep-open.ts'
import { judgeThings } from '../standing/judge-things.ts'
import { type DueHost, standingsOfHost } from './standings-of-host.ts'

/** A node that was stopped in order leaves the list after this long. */
const stoppedAtMost = hours(24)

const takeDueHosts = (tx: TransactionSql, limit: number, gapEnd: Instant | null) => tx<DueHost[]>`
  with due as materialized (
    select * from host where due_at <= now() and deleted_at is null
    order by due_at limit ${limit} for update skip locked
  )
  select due.id, due.name, due.cpu, due.memory, due.disk, due.last_seen_at, due.over_limit_since,
    due.stopped_at,
    case when due.is_own then ${gapEnd}::timestamptz else ${openSince(tx)} end as audible_since,
    (takeover.particulars ->> 'lastAt')::float8 as taken_over_at,
    case when takeover.id is null then 0 else (select count(*)::int from worker w
      where w.host = due.name and (
        exists (
          select from delivery_claim claim
          cross join lateral unnest(claim.notification_ids) as taken (id)
          join notification n on n.id = taken.id and n.lease_token = claim.id
          where claim.worker = w.id)
        or exists (select from source s where s.leased_by = w.id and s.deleted_at is null))
    ) end as leases_left,
    exists (select from worker w where w.host = due.name
      and w.seen_at >= now() - make_interval(secs => ${workerSilenceSeconds})) as is_working
  from due
  left join ingestion on ingestion.origin = 'pushed'
  left join alert takeover on takeover.host_id = due.id and takeover.closed_at is null
    and takeover.event = 'host_down_migrate_resource'`

async function dismissStopped(tx: TransactionSql, hosts: readonly DueHost[], now: Instant) {
  const old = hosts.filter(({ stopped_at: at }) => at !== null && plus(at, stoppedAtMost) <= now)
  await tx`update host set deleted_at = ${now}, due_at = null
    where id = any(${old.map((host) => host.id)}::uuid[])`
}

export interface WatchOptions {
  readonly limit: number
  /** The public address, for the links in messages. */
  readonly consoleUrl: string
}

export interface WatchReport {
  readonly taken: number
  /** The limit was reached: more may be due. */
  readonly more: boolean
}

/** Judges the hosts whose time has come: silent, short of resources, or their work taken over. */
export async function watchHosts(
  db: Database,
  { limit, consoleUrl }: WatchOptions,
): Promise<WatchReport> {
  return db.sql.begin(async (tx) => {
    const gap = await readLastGap(tx)
    const hosts = await takeDueHosts(tx, limit, gap?.to ?? null)
    if (hosts.length === 0) return { taken: 0, more: false }
    const policy = await readPolicyInForce(tx)
    const rules = hostRulesOf(policy.parameters)
    const department = await defaultDepartment(tx)
    const judged = hosts.map((host) => standingsOfHost(host, rules, department, policy))
    const standings = judged.flatMap((host) => host.standings)
    const { dueAt } = await judgeThings(tx, 'host_id', standings, policy, consoleUrl)
    const nextOf = (host: DueHost, recheckAt: Instant | null): Instant | null =>
      host.stopped_at === null
        ? earliest(
            recheckAt,
            ...standings.flatMap(({ thing }, index) =>
              thing.id === host.id ? (dueAt[index] ?? null) : [],
            ),
          )
        : plus(host.stopped_at, stoppedAtMost)
    const next = hosts.map((host, index) => nextOf(host, judged[index]?.recheckAt ?? null))
    await tx`
      update host set due_at = t.due_at
      from unnest(${hosts.map((host) => host.id)}::uuid[], ${next}::timestamptz[]) as t (id, due_at)
      where host.id = t.id`
    await dismissStopped(tx, hosts, policy.now)
    return { taken: hosts.length, more: hosts.length === limit }
  })
}
