import type { ProjectId } from '@highwater/core'
import type { MessageProject } from '@highwater/core/notify'
import type { TransactionSql } from '../../client/connect.ts'

/** The projects that messages speak of, by id, as they are now. */
export async function readMessageProjects(
  tx: TransactionSql,
  ids: readonly ProjectId[],
): Promise<ReadonlyMap<ProjectId, MessageProject>> {
  if (ids.length === 0) return new Map()
  const rows = await tx<(MessageProject & { readonly id: ProjectId })[]>`
    select p.id, p.name, p.kind, d.name as department, a.display_name as owner,
      p.source_type as source, p.target_type as target, p.tags
    from project p
    join department d on d.id = p.department_id
    left join account a on a.id = p.owner_id
    where p.id = any(${[...ids]}::uuid[])`
  return new Map(rows.map(({ id, ...project }) => [id, project]))
}

/** The project that a message speaks of, as it is now. */
export async function readMessageProject(
  tx: TransactionSql,
  id: ProjectId,
): Promise<MessageProject | null> {
  return (await readMessageProjects(tx, [id])).get(id) ?? null
}
