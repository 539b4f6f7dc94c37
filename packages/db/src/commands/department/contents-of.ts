import { AppError, type DepartmentId } from '@highwater/core'
import { sql } from 'drizzle-orm'
import type { Transaction } from '../../client/connect.ts'
import type { Department } from './load-department.ts'

/** Things of one sort that a department holds, the first few of them by name. */
interface Contents {
  readonly type: string
  readonly count: number
  readonly names: readonly string[]
}

const namedAtMost = 3

/** Everything that lives in a department but its default subscription; what is deleted does not. */
const contentsOf = (tx: Transaction, id: DepartmentId): Promise<Contents[]> =>
  tx.execute<Contents & Record<string, unknown>>(sql`
    with held (rank, type, name) as (
      select 1, 'member', a.email from membership m join account a on a.id = m.user_id
        where m.department_id = ${id}
      union all select 2, 'project', name from project
        where department_id = ${id} and deleted_at is null
      union all select 3, 'source', name from source
        where department_id = ${id} and deleted_at is null
      union all select 4, 'channel', name from channel
        where department_id = ${id} and deleted_at is null
      union all select 5, 'alert group', name from alert_group
        where department_id = ${id} and deleted_at is null
      union all select 6, 'subscription', name from subscription
        where department_id = ${id} and deleted_at is null and not is_default
      union all select 7, 'silence', name from silence
        where department_id = ${id} and deleted_at is null and ended_at is null
      union all select 8, 'token', name from api_token
        where department_id = ${id} and revoked_at is null
      union all select 9, 'level rule', coalesce(tag, level) from level_rule
        where department_id = ${id}
      union all select 10, 'switched-off kind of channel', kind from channel_kind_switch
        where department_id = ${id})
    select type, count(*)::int as count,
      (array_agg(name order by name))[1:${sql.raw(String(namedAtMost))}] as names
    from held group by rank, type order by rank`)

const sayOne = ({ type, count, names }: Contents): string => {
  const some = names.map((name) => `"${name}"`).join(', ')
  const more = count > names.length ? ' and more' : ''
  return `${count} ${type}${count === 1 ? '' : 's'} (${some}${more})`
}

/** @throws AppError `in_use` that names what is in the department */
export async function expectEmpty(tx: Transaction, { id, name }: Department): Promise<void> {
  const contents = await contentsOf(tx, id)
  if (contents.length === 0) return
  const said = contents.map(sayOne).join('; ')
  const message = `"${name}" is not empty: ${said}. Move or delete them first.`
  throw new AppError('in_use', message, { current: contents })
}
