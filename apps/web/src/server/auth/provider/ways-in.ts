import { environmentProvider, providerDefaults } from '@highwater/core/sign-in'
import { findProvider, type KnownProvider, listWaysIn, readSignInPolicy } from '@highwater/db/auth'
import type { WebEnvironment } from '../../environment.ts'
import type { Services } from '../../services.ts'

type Needs = Pick<Services, 'db' | 'sealer' | 'environment'>

/** How the sign-in page names the provider of the environment; null when there is none. */
export function environmentWayIn({ OIDC_ISSUER, OIDC_NAME }: WebEnvironment) {
  if (OIDC_ISSUER === undefined) return null
  return { key: environmentProvider, name: OIDC_NAME ?? new URL(OIDC_ISSUER).host }
}

async function readEnvironmentProvider({ db, environment }: Needs): Promise<KnownProvider | null> {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_GROUPS_CLAIM } = environment
  const way = environmentWayIn(environment)
  if (way === null || OIDC_ISSUER === undefined) return null
  if (OIDC_CLIENT_ID === undefined || OIDC_CLIENT_SECRET === undefined) return null
  const policy = await readSignInPolicy(db.orm)
  return {
    ...providerDefaults,
    ...way,
    issuer: OIDC_ISSUER,
    clientId: OIDC_CLIENT_ID,
    clientSecret: OIDC_CLIENT_SECRET,
    groupsClaim: OIDC_GROUPS_CLAIM,
    linksByEmail: policy.environmentLinksByEmail,
    vouchesForEmail: policy.environmentVouchesForEmail,
  }
}

/** The provider of this key with its secret; null when there is none or it is switched off. */
export const resolveProvider = (needs: Needs, key: string): Promise<KnownProvider | null> =>
  key === environmentProvider
    ? readEnvironmentProvider(needs)
    : findProvider(needs.db, needs.sealer, key)

/** The ways in beside the password, the environment's first. */
export async function waysIn({ db, environment }: Pick<Needs, 'db' | 'environment'>) {
  const way = environmentWayIn(environment)
  return [...(way === null ? [] : [way]), ...(await listWaysIn(db))]
}

/** Where the provider sends the browser back to: what its client has to allow. */
export const callbackAddress = (
  { HIGHWATER_URL }: Pick<WebEnvironment, 'HIGHWATER_URL'>,
  key: string,
): string => `${HIGHWATER_URL}/api/auth/callback/${key}`
