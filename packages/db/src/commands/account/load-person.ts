import type { UserId } from '@highwater/core'
import { and, eq, isNull } from 'drizzle-orm'
import type { Transaction } from '../../client/connect.ts'
import { foundOne, notFound } from '../../queries/not-found.ts'
import { account } from '../../schema/index.ts'
import type { Resource } from '../refused.ts'

/** An account, locked. @throws AppError `not_found` */
export async function loadPerson(tx: Transaction, id: UserId | null) {
  if (id === null) throw notFound('account')
  const rows = await tx
    .select()
    .from(account)
    .where(and(eq(account.id, id), isNull(account.deletedAt)))
    .for('no key update')
  return foundOne(rows, 'account')
}

export const personResource = (row: { readonly id: UserId; readonly email: string }): Resource => ({
  owner: row.id,
  subject: { id: row.id, name: row.email },
})
