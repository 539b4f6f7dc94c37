import type { UserId } from '@highwater/core'
import { type Actor, visibility } from '@highwater/core/permissions'
import { type SQL, sql } from 'drizzle-orm'
import { account } from '../../schema/index.ts'

/**
 * Living accounts that the actor may know: all, or their own and the members of their departments.
 * With an id, that one only.
 */
export function accountVisibleTo(actor: Actor, id?: UserId): SQL {
  const sees = visibility(actor)
  const living = sql`${account.deletedAt} is null`
  const one = id === undefined ? living : sql`${living} and ${account.id} = ${id}`
  if (sees.all) return one
  const colleague = sql`exists (select from membership m where m.user_id = "account"."id"
    and m.department_id = any(${sql.param([...sees.departments])}::uuid[]))`
  return sees.owner === null
    ? sql`${one} and ${colleague}`
    : sql`${one} and (${account.id} = ${sees.owner} or ${colleague})`
}
