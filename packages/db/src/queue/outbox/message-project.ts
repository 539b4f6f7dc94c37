import type { ProjectId } from '@highwater/core'
import type { MessageProject } from '@highwater/core/notify'
import type { TransactionSql } from '../../client/connect.ts'

/** The project that a message speaks of, as it is now. */
export async function readMessageProject(
  tx: TransactionSql,
  id: ProjectId,
): Promise<MessageProject | null> {
  const [row] = await tx<MessageProject[]>`
    select p.name, p.kind, d.name as department, a.display_name as owner,
      p.source_type as source, p.target_type as target, p.tags
    from project p
    join department d on d.id = p.department_id
    left join account a on a.id = p.owner_id
    where p.id = ${id}`
  return row ?? null
}
