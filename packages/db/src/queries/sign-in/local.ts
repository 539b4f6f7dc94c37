import type { UserId } from '@highwater/core'
import type { Actor } from '@highwater/core/permissions'
import { and, asc, eq, isNotNull, isNull } from 'drizzle-orm'
import { type LocalPolicy, readLocalPolicy } from '../../auth/local-policy.ts'
import type { Database } from '../../client/connect.ts'
import { account } from '../../schema/index.ts'
import { permit } from '../permit.ts'
import { readTogether } from '../reader.ts'

export interface LocalSignIn extends LocalPolicy {
  /** Administrators who have a password, and whether they keep it when passwords are switched off. */
  readonly administrators: readonly {
    readonly id: UserId
    readonly name: string
    readonly email: string
    readonly isBreakGlass: boolean
  }[]
}

/** Who signs in with a password, and who needs a second factor then. */
export async function readLocalSignIn(db: Database, viewer: Actor): Promise<LocalSignIn> {
  permit(viewer, 'signIn.read')
  return readTogether(db, async (tx) => ({
    ...(await readLocalPolicy(tx)),
    administrators: await tx
      .select({
        id: account.id,
        name: account.displayName,
        email: account.email,
        isBreakGlass: account.isBreakGlass,
      })
      .from(account)
      .where(
        and(eq(account.role, 'admin'), isNull(account.disabledAt), isNotNull(account.passwordHash)),
      )
      .orderBy(asc(account.displayName)),
  }))
}
