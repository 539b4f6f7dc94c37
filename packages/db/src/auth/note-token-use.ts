import { hours, type Instant, type TokenId } from '@highwater/core'
import { and, eq, isNull } from 'drizzle-orm'
import type { Database } from '../client/connect.ts'
import type { Sealer } from '../client/secrets.ts'
import { auditOf } from '../commands/audit-terms.ts'
import type { RequestOrigin } from '../commands/context.ts'
import { recordAudit } from '../commands/record-audit.ts'
import { apiToken } from '../schema/index.ts'
import type { TokenHolder } from './actor-of-token.ts'

interface TokenUse {
  readonly holder: TokenHolder & { readonly actor: { readonly id: TokenId } }
  readonly lastUsedAt: Instant | null
  readonly now: Instant
  readonly origin: RequestOrigin
  readonly sealer: Sealer
}

const dayOf = (at: Instant): number => Math.floor(at / hours(24))

/**
 * Notes when a token was last used, and audits its first use of each day (UTC): often enough to see a
 * stolen token at work, and no flood. Of several first requests one writes.
 */
export async function noteTokenUse(db: Database, use: TokenUse): Promise<void> {
  const { holder, lastUsedAt, now, origin, sealer } = use
  const { id } = holder.actor
  const isAsRead =
    lastUsedAt === null ? isNull(apiToken.lastUsedAt) : eq(apiToken.lastUsedAt, lastUsedAt)
  await db.orm.transaction(async (tx) => {
    const noted = await tx
      .update(apiToken)
      .set({ lastUsedAt: now })
      .where(and(eq(apiToken.id, id), isAsRead))
      .returning({ id: apiToken.id })
    const isFirstOfDay = lastUsedAt === null || dayOf(lastUsedAt) < dayOf(now)
    if (noted.length === 0 || !isFirstOfDay) return
    const subject = { id, name: holder.actorName }
    const draft = auditOf('sign_in', subject, {}, { target: 'token' })
    await recordAudit(tx, { ...holder, origin, sealer, now }, 'sign_in', { subject }, [draft])
  })
}
