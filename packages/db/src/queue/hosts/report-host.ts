import type { HostId, Millis } from '@highwater/core'
import { figuresOver, type HostFigures, hostRulesOf } from '@highwater/core/alert-standing'
import type { Sql, TransactionSql } from '../../client/connect.ts'
import { newId } from '../../client/new-id.ts'
import { publishFrom } from '../../client/topics.ts'
import { readParameters } from '../read-parameters.ts'

export interface HostReport {
  readonly name: string
  /** One of Highwater's own nodes. */
  readonly isOwn: boolean
  readonly figures: HostFigures
  /** Leave it to others who have reported the same machine within this time; 0 for always. */
  readonly unlessWithin: Millis
}

/**
 * Takes in what a machine reports of itself; one that nobody knew is registered. A report that may
 * move an alert makes the host due at once, all others leave its deadline alone.
 * @returns null when others have reported it just now
 */
export async function reportHost(
  tx: TransactionSql | Sql,
  { name, isOwn, figures, unlessWithin }: HostReport,
): Promise<HostId | null> {
  const over = figuresOver(figures, hostRulesOf(await readParameters(tx))).length > 0
  const { cpu, memory, disk } = figures
  // Stored to the millisecond: rounded up it would not be due yet to whoever looks right now.
  const dueNow = tx`date_trunc('milliseconds', now())`
  const [row] = await tx<{ id: HostId; due: boolean }[]>`
    insert into host (id, name, is_own, cpu, memory, disk, first_seen_at, last_seen_at,
      over_limit_since, due_at)
    values (${newId<'host'>()}, ${name}, ${isOwn}, ${cpu}, ${memory}, ${disk}, now(), now(),
      case when ${over} then now() end, ${dueNow})
    on conflict (name) where deleted_at is null do update set
      is_own = host.is_own or excluded.is_own, cpu = coalesce(excluded.cpu, host.cpu),
      memory = excluded.memory, disk = excluded.disk, last_seen_at = excluded.last_seen_at,
      stopped_at = null,
      over_limit_since = case when ${over} then coalesce(host.over_limit_since, now()) end,
      due_at = case
        when host.stopped_at is not null or host.due_at is null
          or ${over} <> (host.over_limit_since is not null)
          or exists (select from alert where alert.host_id = host.id and alert.closed_at is null)
          or exists (select from alert
            where alert.host_id = host.id and alert.dismissed_until is not null)
        then ${dueNow} else host.due_at end
    where host.last_seen_at <= now() - ${`${unlessWithin} milliseconds`}::interval
    returning id, due_at <= now() as due`
  if (row?.due) await publishFrom(tx, ['hosts'])
  return row?.id ?? null
}
