import { type Instant, isId, type SignInProviderId } from '@highwater/core'
import type { Actor } from '@highwater/core/permissions'
import type { ProviderSettings } from '@highwater/core/sign-in'
import { and, asc, eq, isNull, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../../client/connect.ts'
import { identity, signInProvider } from '../../schema/index.ts'
import { foundOne, notFound } from '../not-found.ts'
import { permit } from '../permit.ts'

/** A provider of the console as it may be shown: never its secret. */
export interface ProviderItem extends ProviderSettings {
  readonly id: SignInProviderId
  readonly clientSecret: 'set'
  /** How many people have come through it. */
  readonly people: number
  readonly version: number
  readonly createdAt: Instant
}

async function select(db: Database, viewer: Actor, condition?: SQL): Promise<ProviderItem[]> {
  permit(viewer, 'signIn.read')
  const rows = await db.orm
    .select({
      id: signInProvider.id,
      name: signInProvider.name,
      settings: signInProvider.settings,
      people: sql<number>`(select count(*)::int from ${identity} where ${identity.provider} = ${signInProvider.id}::text)`,
      version: signInProvider.version,
      createdAt: signInProvider.createdAt,
    })
    .from(signInProvider)
    .where(and(isNull(signInProvider.deletedAt), condition))
    .orderBy(asc(signInProvider.name))
  return rows.map(({ settings, ...row }) => ({ ...settings, ...row, clientSecret: 'set' }))
}

/** The providers of the console by name; the environment's own is not among them. */
export const listSignInProviders = (db: Database, viewer: Actor): Promise<ProviderItem[]> =>
  select(db, viewer)

/** @throws AppError `not_found` */
export async function getSignInProvider(
  db: Database,
  viewer: Actor,
  id: SignInProviderId,
): Promise<ProviderItem> {
  permit(viewer, 'signIn.read')
  if (!isId(id)) throw notFound('sign-in provider')
  return foundOne(await select(db, viewer, eq(signInProvider.id, id)), 'sign-in provider')
}
