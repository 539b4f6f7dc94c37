import type { UserId } from '@highwater/core'
import type { Admission } from '@highwater/core/sign-in'
import { and, eq } from 'drizzle-orm'
import type { Transaction } from '../../client/connect.ts'
import { setRights } from '../../commands/account/set-rights.ts'
import { identity } from '../../schema/index.ts'
import { isIdentity, type Who } from './find-candidates.ts'

/**
 * Gives somebody who is admitted the rights that follow: exactly what the rules give. Of whom no rule
 * speaks, administrators decide; what rules gave, or an account that is linked had, is taken back once:
 * a provider alone gives nobody more than a rule does. Null: nothing changed.
 */
export async function settleRights(
  tx: Transaction,
  user: UserId,
  who: Who,
  { withoutRule, role, departments }: Extract<Admission, { admitted: true }>,
): ReturnType<typeof setRights> {
  const others = and(isIdentity(who), eq(identity.rightsByRule, withoutRule))
  const turned = await tx
    .update(identity)
    .set({ rightsByRule: !withoutRule })
    .where(others)
    .returning({ userId: identity.userId })
  return withoutRule && turned.length === 0 ? null : setRights(tx, user, role, departments)
}

/**
 * Takes back what rules gave somebody whom they admit no more: the tokens for programs of that person
 * must not go on with it. Null: nothing changed.
 */
export async function takeBackRights(
  tx: Transaction,
  user: UserId,
  who: Who,
): ReturnType<typeof setRights> {
  const turned = await tx
    .update(identity)
    .set({ rightsByRule: false })
    .where(and(isIdentity(who), eq(identity.userId, user), eq(identity.rightsByRule, true)))
    .returning({ userId: identity.userId })
  return turned.length === 0 ? null : setRights(tx, user, 'user', [])
}
