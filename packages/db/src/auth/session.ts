import { randomUUID } from 'node:crypto'
import { type Instant, isId, minutes, plus, type SessionId, type UserId } from '@highwater/core'
import { type SignInStep, sessionEnd } from '@highwater/core/account'
import { parametersFrom } from '@highwater/core/parameters'
import type { GlobalRole, UserActor } from '@highwater/core/permissions'
import { and, eq, gt, isNull, sql } from 'drizzle-orm'
import type { Database, Transaction } from '../client/connect.ts'
import type { RequestOrigin } from '../commands/context.ts'
import { sqlOf } from '../commands/sql-of.ts'
import { readParameters } from '../queue/read-parameters.ts'
import { account, session, sessionGrant } from '../schema/index.ts'
import { actorOfAccount } from './actor-of-account.ts'

/** How long a person may take over the steps that are missing. */
const unfinishedTime = minutes(15)
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
  const parameters = await readParameters(sqlOf(tx))
  const expiresAt = sessionEnd({ createdAt: now, lastSeenAt: now }, parameters)
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

interface Unfinished {
  readonly userId: UserId
  readonly step: SignInStep
  readonly origin: RequestOrigin
  readonly now: Instant
}

/** Opens a session that lets nobody in: it only carries the steps of a sign-in. */
export async function openUnfinishedSession(
  tx: Transaction,
  { userId, step, origin: { ip, userAgent }, now }: Unfinished,
): Promise<SessionId> {
  const id = randomUUID() as SessionId
  const times = { createdAt: now, lastSeenAt: now, expiresAt: plus(now, unfinishedTime) }
  await tx.insert(session).values({ id, userId, step, ip, userAgent, ...times })
  return id
}

/** What was set of the parameters, as one object, so that it costs no second question. */
const parameterOverrides = sql<Record<string, number>>`
  (select coalesce(json_object_agg(key, value), '{}') from parameter where value is not null)`

/**
 * Who a session belongs to, asked with every request: null once it is revoked, idle for too long or
 * too old, or its account is disabled. Using a session prolongs it; a shorter life holds at once.
 */
export async function readSession(db: Database, sessionId: string): Promise<SignedIn | null> {
  if (!isId(sessionId)) return null
  const id = sessionId as SessionId
  const [row] = await db.orm
    .select({
      createdAt: session.createdAt,
      expiresAt: session.expiresAt,
      lastSeenAt: session.lastSeenAt,
      overrides: parameterOverrides,
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
        isNull(session.step),
        isNull(session.revokedAt),
        gt(session.expiresAt, sql`now()`),
        isNull(account.disabledAt),
      ),
    )
  if (!row) return null
  const limits = parametersFrom(row.overrides)
  if (sessionEnd(row, limits) <= row.now) return null
  const isOld = plus(row.lastSeenAt, touchInterval) <= row.now
  const expiresAt = isOld
    ? sessionEnd({ createdAt: row.createdAt, lastSeenAt: row.now }, limits)
    : row.expiresAt
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
