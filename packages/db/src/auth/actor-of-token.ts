import { createHash, timingSafeEqual } from 'node:crypto'
import { type Instant, minutes, plus, type TokenId } from '@highwater/core'
import type { TokenActor } from '@highwater/core/permissions'
import { and, eq, gt, isNull, or, sql } from 'drizzle-orm'
import type { Database } from '../client/connect.ts'
import type { Sealer } from '../client/secrets.ts'
import type { RequestOrigin } from '../commands/context.ts'
import { hashToken } from '../commands/token/hash-token.ts'
import { account, apiToken } from '../schema/index.ts'
import { actorOfAccount } from './actor-of-account.ts'
import { noteBootstrapUse } from './note-bootstrap-use.ts'
import { noteTokenUse } from './note-token-use.ts'

export interface PresentedToken {
  readonly token: string
  /** `HIGHWATER_BOOTSTRAP_TOKEN`, if the operator has set one. */
  readonly bootstrapToken?: string | undefined
  readonly origin: RequestOrigin
  /** Seals the audit entry. */
  readonly sealer: Sealer
}

export interface TokenHolder {
  readonly actor: TokenActor
  readonly actorName: string
}

/** When a token was last used is noted at most this often. */
const touchInterval = minutes(1)

/** The audit's id for the token that no row stands for. */
const bootstrapId = '00000000-0000-0000-0000-000000000000' as TokenId

const bootstrap: TokenHolder = {
  actor: {
    type: 'token',
    id: bootstrapId,
    scope: 'admin',
    department: null,
    onBehalfOf: null,
  },
  actorName: 'bootstrap token',
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

/** In constant time: hashing first makes both sides of one length. */
const isBootstrap = (token: string, expected: string | undefined): boolean =>
  expected !== undefined && expected !== '' && timingSafeEqual(digest(token), digest(expected))

const findToken = (db: Database, token: string) =>
  db.orm
    .select({ token: apiToken, person: account, now: sql<Instant>`now()` })
    .from(apiToken)
    .leftJoin(account, eq(account.id, apiToken.userId))
    .where(
      and(
        eq(apiToken.hash, hashToken(token)),
        isNull(apiToken.revokedAt),
        or(isNull(apiToken.expiresAt), gt(apiToken.expiresAt, sql`now()`)),
        isNull(account.disabledAt),
      ),
    )

/**
 * Whom an API token speaks for; null when it is unknown, revoked or expired, or when the account it
 * belongs to is disabled. A personal token never allows more than its person may do now.
 */
export async function actorOfToken(
  db: Database,
  { token, bootstrapToken, origin, sealer }: PresentedToken,
): Promise<TokenHolder | null> {
  if (isBootstrap(token, bootstrapToken)) {
    await noteBootstrapUse(db, bootstrap, origin, sealer)
    return bootstrap
  }
  const [row] = await findToken(db, token)
  if (!row) return null
  const { id, name, scope, departmentId, lastUsedAt } = row.token
  const onBehalfOf = row.person === null ? null : await actorOfAccount(db.orm, row.person)
  const actor: TokenActor = { type: 'token', id, scope, department: departmentId, onBehalfOf }
  const holder = { actor, actorName: name }
  if (lastUsedAt === null || plus(lastUsedAt, touchInterval) <= row.now) {
    await noteTokenUse(db, { holder, lastUsedAt, now: row.now, origin, sealer })
  }
  return holder
}
