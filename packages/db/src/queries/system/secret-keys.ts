import type { Actor } from '@highwater/core/permissions'
import { sql } from 'drizzle-orm'
import type { Database } from '../../client/connect.ts'
import type { Sealer } from '../../client/secrets.ts'
import { countSecrets } from '../../sealed/count-secrets.ts'
import { workersWithout } from '../../sealed/holders.ts'
import { permit } from '../permit.ts'
import { type Reader, readTogether } from '../reader.ts'

/**
 * `sealing`: new secrets are sealed with it. `leaving`: secrets are being sealed again with the newest.
 * `vouching`: only entries of the audit are signed with it. `idle`: nothing needs it. `missing`:
 * secrets are sealed with it and HIGHWATER_SECRET does not hold it.
 */
export type SecretKeyState = 'sealing' | 'leaving' | 'vouching' | 'idle' | 'missing'

export interface SecretKeyItem {
  readonly id: string
  readonly state: SecretKeyState
  /** How many secrets it has sealed. */
  readonly secrets: number
}

export interface SecretKeys {
  readonly keys: readonly SecretKeyItem[]
  /** Running workers without the newest key: until they have it nothing is sealed again. */
  readonly workersWithout: number
}

/** Entries are written and pruned in order, so that the oldest tells which key is needed longest. */
async function oldestAuditKey(db: Reader): Promise<string | null> {
  const [row] = await db.execute<{ key: string }>(sql`
    select seal_key as key from audit_event where seal_key is not null order by id limit 1`)
  return row?.key ?? null
}

/** Which keys of HIGHWATER_SECRET are still needed, and for what. @throws AppError `forbidden` */
export async function readSecretKeys(
  db: Database,
  viewer: Actor,
  { keyIds }: Pick<Sealer, 'keyIds'>,
): Promise<SecretKeys> {
  permit(viewer, 'system.read')
  return readTogether(db, async (tx) => {
    const counts = await countSecrets(tx)
    const [newest = ''] = keyIds
    const oldestOfAudit = keyIds.indexOf((await oldestAuditKey(tx)) ?? newest)
    const held = keyIds.map((id, index): SecretKeyItem => {
      const secrets = counts.get(id) ?? 0
      if (index === 0) return { id, secrets, state: 'sealing' }
      if (secrets > 0) return { id, secrets, state: 'leaving' }
      return { id, secrets, state: index <= oldestOfAudit ? 'vouching' : 'idle' }
    })
    const missing = [...counts].flatMap(([id, secrets]): SecretKeyItem[] =>
      keyIds.includes(id) ? [] : [{ id, secrets, state: 'missing' }],
    )
    return { keys: [...held, ...missing], workersWithout: await workersWithout(tx, newest) }
  })
}
