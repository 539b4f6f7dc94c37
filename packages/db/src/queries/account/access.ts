import type { Instant, SessionId, UserId } from '@highwater/core'
import { needsSecondFactor } from '@highwater/core/account'
import type { Actor } from '@highwater/core/permissions'
import { and, count, desc, eq, gt, isNull, sql } from 'drizzle-orm'
import { readLocalPolicy } from '../../auth/local-policy.ts'
import type { Database } from '../../client/connect.ts'
import { account, recoveryCode, secondFactor, session } from '../../schema/index.ts'
import { foundOne } from '../not-found.ts'
import { permit } from '../permit.ts'
import { type Reader, readTogether } from '../reader.ts'
import { accountVisibleTo } from './visible-accounts.ts'

/** A browser in which a person is signed in. */
export interface SessionItem {
  readonly id: SessionId
  readonly createdAt: Instant
  readonly lastSeenAt: Instant
  readonly expiresAt: Instant
  readonly ip: string | null
  readonly userAgent: string | null
}

/** By what a person signs in, and where they are signed in. */
export interface AccountAccess {
  readonly hasPassword: boolean
  readonly passwordChangedAt: Instant | null
  /** It was given to them and has not been replaced yet. */
  readonly passwordMustChange: boolean
  readonly isBreakGlass: boolean
  readonly lockedUntil: Instant | null
  readonly secondFactorSince: Instant | null
  /** Whether they may not be without one. */
  readonly mustHaveSecondFactor: boolean
  readonly recoveryCodesLeft: number
  readonly sessions: readonly SessionItem[]
}

/** The sessions of a person that let them in now, the last used first. */
export const readSessions = (tx: Reader, user: UserId): Promise<SessionItem[]> =>
  tx
    .select({
      id: session.id,
      createdAt: session.createdAt,
      lastSeenAt: session.lastSeenAt,
      expiresAt: session.expiresAt,
      ip: session.ip,
      userAgent: session.userAgent,
    })
    .from(session)
    .where(
      and(
        eq(session.userId, user),
        isNull(session.step),
        isNull(session.revokedAt),
        gt(session.expiresAt, sql`now()`),
      ),
    )
    .orderBy(desc(session.lastSeenAt))

/** @throws AppError `not_found` for whom the viewer may not know, Refused for what is not for them */
export async function readAccountAccess(
  db: Database,
  viewer: Actor,
  user: UserId,
): Promise<AccountAccess> {
  return readTogether(db, async (tx) => {
    const rows = await tx
      .select({ row: account, confirmedAt: secondFactor.confirmedAt, now: sql<Instant>`now()` })
      .from(account)
      .leftJoin(secondFactor, eq(secondFactor.userId, account.id))
      .where(accountVisibleTo(viewer, user))
    const { row, confirmedAt, now } = foundOne(rows, 'account')
    permit(viewer, 'session.read', { owner: user })
    const [codes] = await tx
      .select({ left: count() })
      .from(recoveryCode)
      .where(and(eq(recoveryCode.userId, user), isNull(recoveryCode.usedAt)))
    const { secondFactorFor } = await readLocalPolicy(tx)
    return {
      hasPassword: row.passwordHash !== null,
      passwordChangedAt: row.passwordChangedAt,
      passwordMustChange: row.passwordMustChange,
      isBreakGlass: row.isBreakGlass,
      lockedUntil: row.lockedUntil !== null && row.lockedUntil > now ? row.lockedUntil : null,
      secondFactorSince: confirmedAt,
      mustHaveSecondFactor: needsSecondFactor(row.role, secondFactorFor),
      recoveryCodesLeft: codes?.left ?? 0,
      sessions: await readSessions(tx, user),
    }
  })
}
