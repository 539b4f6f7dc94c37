import type { SessionId } from '@highwater/core'
import { eq } from 'drizzle-orm'
import type { Database } from '../../client/connect.ts'
import type { Sealer } from '../../client/secrets.ts'
import { sessionGrant } from '../../schema/index.ts'
import { openTokens } from './presented-identity.ts'

/** What a session was granted with, forgotten here: whoever signs out shows it to the provider once. */
export async function takeGrant(
  db: Database,
  sealer: Sealer,
  sessionId: SessionId,
): Promise<({ readonly provider: string } & ReturnType<typeof openTokens>) | null> {
  const [row] = await db.orm
    .delete(sessionGrant)
    .where(eq(sessionGrant.sessionId, sessionId))
    .returning({ provider: sessionGrant.provider, sealedTokens: sessionGrant.sealedTokens })
  if (!row) return null
  return { provider: row.provider, ...openTokens(row.sealedTokens, sealer) }
}
