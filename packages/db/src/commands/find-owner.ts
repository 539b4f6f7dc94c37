import { AppError, isId, type UserId } from '@highwater/core'
import { and, eq, isNull, or } from 'drizzle-orm'
import type { Transaction } from '../client/connect.ts'
import { account } from '../schema/index.ts'

/**
 * The person that an id or an e-mail address refers to.
 * @throws AppError `invalid_input` at `owner` when there is none
 */
export const findOwner = (tx: Transaction, reference: string) => findPerson(tx, reference, 'owner')

/** The same for a person named in another field. @throws AppError `invalid_input` at `path` */
export async function findPerson(tx: Transaction, reference: string, path: string) {
  const [row] = await tx
    .select({ id: account.id, email: account.email, displayName: account.displayName })
    .from(account)
    .where(
      and(
        isNull(account.deletedAt),
        or(
          eq(account.email, reference.toLowerCase()),
          isId(reference) ? eq(account.id, reference as UserId) : undefined,
        ),
      ),
    )
    .limit(1)
  if (row) return row
  const message = `There is no account "${reference}". Use an account's id or e-mail address.`
  throw new AppError('invalid_input', message, { faults: [{ path, message }] })
}
