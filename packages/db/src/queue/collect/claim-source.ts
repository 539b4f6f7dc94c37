import type { DepartmentId, Instant, SourceId } from '@highwater/core'
import type { Database, TransactionSql } from '../../client/connect.ts'
import { recordTakeover } from '../hosts/takeover.ts'

export interface DueSource {
  readonly id: SourceId
  readonly name: string
  readonly kind: string
  readonly config: Record<string, unknown>
  readonly sealedSecrets: string
  readonly departmentId: DepartmentId
  readonly intervalSeconds: number
  readonly memory: unknown
  readonly claimedAt: Instant
}

export interface ClaimSourceOptions {
  readonly leaseSeconds: number
  /** Who claims, and on which machine. */
  readonly worker: string
  readonly host: string
  readonly consoleUrl: string
}

interface ClaimedRow {
  readonly id: SourceId
  readonly name: string
  readonly kind: string
  readonly config: Record<string, unknown>
  readonly sealed_secrets: string
  readonly department_id: DepartmentId
  readonly interval_seconds: number
  readonly memory: unknown
  readonly now: Instant
  /** Who had it in hand and never gave it back. */
  readonly held_by: string | null
}

const lease = (tx: TransactionSql, { leaseSeconds, worker }: ClaimSourceOptions) => tx<
  ClaimedRow[]
>`
  with due as materialized (
    select id as due_id, leased_by as held_by from source
    where enabled and deleted_at is null and next_collect_at <= now()
      and (lease_until is null or lease_until < now())
    order by next_collect_at limit 1 for update skip locked
  )
  update source set lease_until = now() + make_interval(secs => ${leaseSeconds}),
    leased_by = ${worker}, next_collect_at = now() + make_interval(secs => interval_seconds)
  from due where id = due_id
  returning id, name, kind, config, sealed_secrets, department_id, interval_seconds, memory,
    now() as now, held_by`

/** Leases the source whose turn is longest overdue to one worker; null when none is due. */
export async function claimSource(
  db: Database,
  options: ClaimSourceOptions,
): Promise<DueSource | null> {
  const row = await db.sql.begin(async (tx) => {
    const [claimed] = await lease(tx, options)
    if (claimed && claimed.held_by !== null) {
      const { host: byHost, consoleUrl } = options
      await recordTakeover(tx, { heldBy: [claimed.held_by], what: 'sources', byHost, consoleUrl })
    }
    return claimed
  })
  if (!row) return null
  return {
    id: row.id,
    name: row.name,
    kind: row.kind,
    config: row.config,
    sealedSecrets: row.sealed_secrets,
    departmentId: row.department_id,
    intervalSeconds: row.interval_seconds,
    memory: row.memory,
    claimedAt: row.now,
  }
}
