import type { UserId } from '@highwater/core'
import type { Actor } from '@highwater/core/permissions'
import { and, asc, isNull, or, sql } from 'drizzle-orm'
import type { Database } from '../../client/connect.ts'
import { account } from '../../schema/index.ts'
import { permit } from '../permit.ts'
import { containsText } from '../search.ts'
import { accountVisibleTo } from './visible-accounts.ts'

/** A person as a picker of owners shows one. */
export interface AccountItem {
  readonly id: UserId
  readonly name: string
  readonly email: string
}

const mostAccounts = 200

/** People whom the viewer may know: all, or themselves and the members of their departments; by name. */
export async function listAccounts(
  db: Database,
  viewer: Actor,
  { q }: { readonly q?: string } = {},
): Promise<AccountItem[]> {
  permit(viewer, 'user.read')
  return db.orm
    .select({ id: account.id, name: account.displayName, email: account.email })
    .from(account)
    .where(
      and(
        isNull(account.disabledAt),
        accountVisibleTo(viewer),
        q === undefined || q === ''
          ? undefined
          : or(
              containsText(sql`${account.displayName}`, q),
              containsText(sql`${account.email}`, q),
            ),
      ),
    )
    .orderBy(asc(account.displayName), asc(account.id))
    .limit(mostAccounts)
}
