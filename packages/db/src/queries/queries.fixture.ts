import type { DepartmentId, UserId } from '@highwater/core'
import type { Actor } from '@highwater/core/permissions'
import type { Database } from '../client/index.ts'
import { newId } from '../client/new-id.ts'

/** Sees everything. */
export const admin: Actor = {
  type: 'user',
  id: newId<'user'>(),
  role: 'admin',
  departments: [],
}

/** A person without a global role, member of some departments. */
export const memberOf = (id: UserId, ...departments: DepartmentId[]): Actor => ({
  type: 'user',
  id,
  role: 'user',
  departments: departments.map((department) => ({ id: department, role: 'operator' })),
})

export async function seedDepartment(db: Database, name: string): Promise<DepartmentId> {
  const id = newId<'department'>()
  await db.sql`
    insert into department (id, name, created_at) values (${id}, ${name}, now())`
  return id
}

export async function seedAccount(db: Database, name: string): Promise<UserId> {
  const id = newId<'user'>()
  await db.sql`
    insert into account (id, email, display_name, role, created_at)
    values (${id}, ${`${name}@example.com`}, ${name}, 'user', now())`
  return id
}

/** Gives every id of a condition to the reader, page by page. */
export async function readAllPages<Item>(
  read: (cursor: string | undefined) => Promise<{
    readonly items: readonly Item[]
    readonly nextCursor: string | null
  }>,
): Promise<Item[]> {
  const items: Item[] = []
  let cursor: string | undefined
  do {
    const page = await read(cursor)
    items.push(...page.items)
    cursor = page.nextCursor ?? undefined
  } while (cursor !== undefined)
  return items
}
