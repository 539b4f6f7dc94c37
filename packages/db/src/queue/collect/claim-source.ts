import type { DepartmentId, Instant, SourceId } from '@highwater/core'
import type { Database } from '../../client/connect.ts'

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

/** Leases the source whose turn is longest overdue to one worker; null when none is due. */
export async function claimSource(db: Database, leaseSeconds: number): Promise<DueSource | null> {
  const [row] = await db.sql<
    {
      id: SourceId
      name: string
      kind: string
      config: Record<string, unknown>
      sealed_secrets: string
      department_id: DepartmentId
      interval_seconds: number
      memory: unknown
      now: Instant
    }[]
  >`
    update source set lease_until = now() + make_interval(secs => ${leaseSeconds}),
      next_collect_at = now() + make_interval(secs => interval_seconds)
    where id = (
      select id from source
      where enabled and deleted_at is null and next_collect_at <= now()
        and (lease_until is null or lease_until < now())
      order by next_collect_at limit 1 for update skip locked
    )
    returning id, name, kind, config, sealed_secrets, department_id, interval_seconds, memory, now() as now`
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
