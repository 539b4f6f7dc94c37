import { AppError, isId, type SignInProviderId } from '@highwater/core'
import {
  type AdmissionPolicy,
  environmentProvider,
  type ProviderSettings,
} from '@highwater/core/sign-in'
import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Database } from '../../client/connect.ts'
import type { Sealer } from '../../client/secrets.ts'
import type { Reader } from '../../queries/reader.ts'
import { signInPolicy, signInProvider } from '../../schema/index.ts'

/** A provider with all that is needed to speak to it. */
export interface KnownProvider extends ProviderSettings {
  /** Its id, or `environment`. */
  readonly key: string
  readonly clientSecret: string
}

export interface SignInPolicy extends AdmissionPolicy {
  readonly environmentLinksByEmail: boolean
  readonly environmentVouchesForEmail: boolean
  readonly version: number
}

/** The rules, and what the environment's own provider may do. */
export async function readSignInPolicy(db: Reader): Promise<SignInPolicy> {
  const [row] = await db.select().from(signInPolicy)
  if (!row) throw new AppError('unavailable', 'The migrations have not been run.')
  return row
}

/** A provider of the console by its key; null when it is switched off, gone or the environment's. */
export async function findProvider(
  db: Database,
  sealer: Sealer,
  key: string,
): Promise<KnownProvider | null> {
  if (key === environmentProvider || !isId(key)) return null
  const [row] = await db.orm
    .select()
    .from(signInProvider)
    .where(and(eq(signInProvider.id, key as SignInProviderId), isNull(signInProvider.deletedAt)))
  if (!row?.settings.enabled) return null
  const { clientSecret } = sealer.open(row.sealedSecret)
  return { ...row.settings, name: row.name, key: row.id, clientSecret: String(clientSecret) }
}

/** The ways in that the sign-in page offers; anybody may know them. */
export async function listWaysIn(
  db: Database,
): Promise<{ readonly key: string; readonly name: string }[]> {
  const rows = await db.orm
    .select({
      key: signInProvider.id,
      name: signInProvider.name,
      settings: signInProvider.settings,
    })
    .from(signInProvider)
    .where(isNull(signInProvider.deletedAt))
    .orderBy(asc(signInProvider.name))
  return rows.filter(({ settings }) => settings.enabled).map(({ key, name }) => ({ key, name }))
}
