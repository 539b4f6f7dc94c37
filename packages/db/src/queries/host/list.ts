import type { HostId, Instant } from '@highwater/core'
import type { AlertEvent, HostFigure } from '@highwater/core/alert'
import { figuresOver, hostRulesOf } from '@highwater/core/alert-standing'
import type { Actor } from '@highwater/core/permissions'
import type { Database } from '../../client/connect.ts'
import { readParameters } from '../../queue/read-parameters.ts'
import { notFound } from '../not-found.ts'
import { permit } from '../permit.ts'

/** What a host is doing, as the screen shows it. */
export type HostState = 'up' | 'silent' | 'down' | 'stopped'

export interface HostItem {
  readonly id: HostId
  readonly name: string
  /** One of Highwater's own nodes. */
  readonly isOwn: boolean
  readonly state: HostState
  /** Fractions from 0 to 1; null where it does not say. */
  readonly cpu: number | null
  readonly memory: number | null
  readonly disk: number | null
  /** Those that are over their limits. */
  readonly over: readonly HostFigure[]
  readonly firstSeenAt: Instant
  readonly lastSeenAt: Instant
  readonly openAlerts: readonly { readonly id: string; readonly event: AlertEvent }[]
}

interface Row extends Omit<HostItem, 'state' | 'over'> {
  readonly isStopped: boolean
  readonly silentMs: number
}

const mostHosts = 1_000

/** Several heartbeats have been missed, though not enough to call it down. */
const silentAfterMs = 60_000

async function read(db: Database, name: string | null): Promise<HostItem[]> {
  const rules = hostRulesOf(await readParameters(db.sql))
  const rows = await db.sql<Row[]>`
    select id, name, is_own as "isOwn", cpu, memory, disk, first_seen_at as "firstSeenAt",
      last_seen_at as "lastSeenAt", stopped_at is not null as "isStopped",
      extract(epoch from now() - last_seen_at)::float8 * 1000 as "silentMs",
      coalesce((select json_agg(json_build_object('id', a.id, 'event', a.event) order by a.number)
        from alert a where a.host_id = host.id and a.closed_at is null), '[]') as "openAlerts"
    from host where deleted_at is null and (${name}::text is null or name = ${name})
    order by name limit ${mostHosts}`
  return rows.map(({ isStopped, silentMs, ...row }) => ({
    ...row,
    state: isStopped
      ? 'stopped'
      : silentMs > rules.silence
        ? 'down'
        : silentMs > silentAfterMs
          ? 'silent'
          : 'up',
    over: figuresOver(row, rules),
  }))
}

/** All hosts, by name. */
export async function listHosts(db: Database, viewer: Actor): Promise<HostItem[]> {
  permit(viewer, 'host.read')
  return read(db, null)
}

/** @throws AppError `not_found` */
export async function getHost(db: Database, viewer: Actor, name: string): Promise<HostItem> {
  permit(viewer, 'host.read')
  const [found] = name.isWellFormed() && !name.includes('\u0000') ? await read(db, name) : []
  if (!found) throw notFound('host')
  return found
}
