import { randomBytes } from 'node:crypto'
import { plainNameOf } from '@highwater/core'
import { decidingRule } from '@highwater/core/policy'
import type { CollectedProject } from '@highwater/sources/catalog'
import type { TransactionSql } from '../../client/connect.ts'
import { newId } from '../../client/new-id.ts'
import { readLevelRules } from '../level-rules.ts'
import type { DueSource } from './claim-source.ts'

/**
 * Makes the projects that a collector found and nobody knew. They start in the source's department,
 * at the level that its rules say; people may change everything about them afterwards.
 */
export async function registerProjects(
  tx: TransactionSql,
  source: DueSource,
  found: readonly CollectedProject[],
): Promise<number> {
  if (found.length === 0) return 0
  const column = <T>(read: (project: CollectedProject) => T): T[] => found.map(read)
  const level = decidingRule(await readLevelRules(tx), {
    department: source.departmentId,
    tags: [],
  })?.level
  const made = await tx<{ id: string }[]>`
    insert into project (id, name, kind, external_key, department_id, level, source_type,
      target_type, ping_token, source_id, created_at)
    select t.id, t.name, t.kind, t.external_key, d.id,
      coalesce(${level ?? null}, d.default_level), t.source_type,
      t.target_type, t.ping_token, ${source.id}, now()
    from unnest(
      ${found.map(() => newId<'project'>())}::uuid[],
      ${column(({ name, externalKey }) => plainNameOf(name) || externalKey)}::text[],
      ${column((project) => project.kind)}::text[],
      ${column((project) => project.externalKey)}::text[],
      ${column((project) => project.source?.type ?? null)}::text[],
      ${column((project) => project.target?.type ?? null)}::text[],
      ${found.map(() => randomBytes(24).toString('base64url'))}::text[]
    ) as t (id, name, kind, external_key, source_type, target_type, ping_token)
    join department d on d.id = ${source.departmentId}
    join source on source.id = ${source.id} and source.deleted_at is null
    where not exists (
      select from project p where p.external_key = t.external_key and p.deleted_at is null
    )
    -- What a person has deleted does not come back because the source still has it.
    and not exists (
      select from project p where p.external_key = t.external_key and p.deleted_at is not null
        and p.source_id = source.id
    )
    on conflict do nothing
    returning id`
  if (made.length > 0) {
    await tx`
      insert into project_state (project_id, state, incremental)
      select id, 'unknown', false from unnest(${made.map((row) => row.id)}::uuid[]) as t (id)`
  }
  return made.length
}
