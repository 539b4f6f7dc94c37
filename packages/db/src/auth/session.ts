import { randomUUID } from 'node:crypto'
import {
  hours,
  type Instant,
  isId,
  minutes,
  plus,
  type SessionId,
  type UserId,
} from '@highwater/core'
import type { GlobalRole, UserActor } from '@highwater/core/permissions'
import { and, eq, gt, isNull, sql } from 'drizzle-orm'
import type { Database, Transaction } from '../client/connect.ts'
import type { RequestOrigin } from '../commands/context.ts'
import { account, session, sessionGrant } from '../schema/index.ts'
import { actorOfAccount } from './actor-of-account.ts'

/** A session ends this long after it was last used. */
const idleTime = hours(12)
/** Reading a session writes at most this often. */
const touchInterval = minutes(1)

/** A signed-in person as the console knows them. */
export interface SignedIn {
  readonly session: {
    readonly id: SessionId
    readonly expiresAt: Instant
    /** The provider through which the person came is to be asked again. */
    readonly isCheckDue: boolean
  }
  readonly actor: UserActor
  readonly account: {
    readonly id: UserId
    readonly email: string
    readonly displayName: string
    readonly role: GlobalRole
  }
}

/** Opens a session. Its id is random through and through: it must not be guessable from another. */
export async function openSession(
  tx: Transaction,
  userId: UserId,
  origin: RequestOrigin,
  now: Instant,
): Promise<SignedIn['session']> {
  const id = randomUUID() as SessionId
  const expiresAt = plus(now, idleTime)
  await tx.insert(session).values({
    id,
    userId,
    createdAt: now,
    expiresAt,
    lastSeenAt: now,
    ip: origin.ip,
    userAgent: origin.userAgent,
  })
  return { id, expiresAt, isCheckDue: false }
}

/**
 * Who a session belongs to, asked with every request: null once it is revoked or expired, or its
 * account is disabled. Using a session prolongs it.
 */
export async function readSession(db: Database, sessionId: string): Promise<SignedIn | null> {
  if (!isId(sessionId)) return null
  const id = sessionId as SessionId
  const [row] = await db.orm
    .select({
      expiresAt: session.expiresAt,
      lastSeenAt: session.lastSeenAt,
      now: sql<Instant>`now()`,
      checkAt: sessionGrant.checkAt,
      account: {
        id: account.id,
        email: account.email,
        displayName: account.displayName,
        role: account.role,
      },
    })
    .from(session)
    .innerJoin(account, eq(account.id, session.userId))
    .leftJoin(sessionGrant, eq(sessionGrant.sessionId, session.id))
    .where(
      and(
        eq(session.id, id),
        isNull(session.revokedAt),
        gt(session.expiresAt, sql`now()`),
        isNull(account.disabledAt),
      ),
    )
  if (!row) return null
  const isOld = plus(row.lastSeenAt, touchInterval) <= row.now
  const expiresAt = isOld ? plus(row.now, idleTime) : row.expiresAt
  if (isOld) {
    await db.orm
      .update(session)
      .set({ lastSeenAt: row.now, expiresAt })
      .where(and(eq(session.id, id), isNull(session.revokedAt)))
  }
  const actor = await actorOfAccount(db.orm, row.account)
  const isCheckDue = row.checkAt !== null && row.checkAt <= row.now
  return { session: { id, expiresAt, isCheckDue }, actor, account: row.account }
}
