import type { DepartmentId, Instant, TokenId, UserId } from '@highwater/core'
import { type Actor, can, type TokenScope } from '@highwater/core/permissions'
import { and, desc, eq, sql } from 'drizzle-orm'
import type { Database } from '../../client/connect.ts'
import { apiToken } from '../../schema/index.ts'

/** A key for programs as it may be shown; the key itself is shown once, when it is made. */
export interface TokenItem {
  readonly id: TokenId
  readonly name: string
  readonly scope: TokenScope
  readonly department: DepartmentId | null
  readonly user: UserId | null
  readonly userName: string | null
  /** Its first characters, to recognise it by. */
  readonly hint: string
  readonly createdAt: Instant
  readonly expiresAt: Instant | null
  readonly revokedAt: Instant | null
  readonly lastUsedAt: Instant | null
}

const mostTokens = 1_000

/** All tokens for those who may read them, otherwise one's own; newest first. */
export async function listTokens(
  db: Database,
  viewer: Actor,
  filter: { readonly user?: UserId } = {},
): Promise<TokenItem[]> {
  const seesAll = can(viewer, 'token.read', {}).allowed
  if (!seesAll && viewer.type !== 'user') return []
  const own = seesAll || viewer.type !== 'user' ? undefined : eq(apiToken.userId, viewer.id)
  return db.orm
    .select({
      id: apiToken.id,
      name: apiToken.name,
      scope: apiToken.scope,
      department: apiToken.departmentId,
      user: apiToken.userId,
      userName: sql<
        string | null
      >`(select a.display_name from account a where a.id = "api_token"."user_id")`,
      hint: apiToken.hint,
      createdAt: apiToken.createdAt,
      expiresAt: apiToken.expiresAt,
      revokedAt: apiToken.revokedAt,
      lastUsedAt: apiToken.lastUsedAt,
    })
    .from(apiToken)
    .where(and(own, filter.user === undefined ? undefined : eq(apiToken.userId, filter.user)))
    .orderBy(desc(apiToken.createdAt), desc(apiToken.id))
    .limit(mostTokens)
}
