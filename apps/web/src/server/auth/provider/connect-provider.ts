import type { KnownProvider } from '@highwater/db/auth'
import { fingerprintOf, readNowFrom } from '@highwater/db/client'
import * as oidc from 'openid-client'
import type { Services } from '../../services.ts'
import { fetchFor } from './provider-network.ts'

/** What a provider says of itself is believed this long before it is read again. */
const metadataLifetimeMs = 10 * 60_000
const timeoutSeconds = 8
const mostRemembered = 50

interface Remembered {
  readonly metadata: oidc.ServerMetadata
  readonly readAt: number
  readonly keys?: oidc.ExportedJWKSCache | undefined
}

const remembered = new Map<string, Remembered>()

type Needs = Pick<Services, 'db' | 'environment'>

async function discover(provider: KnownProvider, fetch: oidc.CustomFetch) {
  const found = await oidc.discovery(
    new URL(provider.issuer),
    provider.clientId,
    undefined,
    undefined,
    {
      [oidc.customFetch]: fetch,
      timeout: timeoutSeconds,
      // An operator inside a private network may have no https; the console warns of it.
      ...(provider.issuer.startsWith('http:') ? { execute: [oidc.allowInsecureRequests] } : {}),
    },
  )
  return found.serverMetadata()
}

async function metadataOf(provider: KnownProvider, fetch: oidc.CustomFetch) {
  const { endpoints, issuer } = provider
  if (endpoints === null) return discover(provider, fetch)
  return {
    issuer,
    authorization_endpoint: endpoints.authorization,
    token_endpoint: endpoints.token,
    jwks_uri: endpoints.jwks,
    id_token_signing_alg_values_supported: ['RS256', 'PS256', 'ES256', 'ES384', 'EdDSA'],
    ...(endpoints.userinfo === null ? {} : { userinfo_endpoint: endpoints.userinfo }),
    ...(endpoints.endSession === null ? {} : { end_session_endpoint: endpoints.endSession }),
  }
}

/** The database's clock is the only one here: the library is told how far this machine's is off. */
async function clockSkewSeconds({ db }: Needs): Promise<number> {
  return Math.round(((await readNowFrom(db.sql)) - Date.now()) / 1_000)
}

const clientAuthenticationOf = ({ clientAuthentication, clientSecret }: KnownProvider) =>
  clientAuthentication === 'client_secret_post'
    ? oidc.ClientSecretPost(clientSecret)
    : oidc.ClientSecretBasic(clientSecret)

export interface Connection {
  readonly client: oidc.Configuration
  /** Keeps the keys that were fetched meanwhile for the next sign-in. */
  readonly keepKeys: () => void
}

function remember(key: string, entry: Remembered): void {
  remembered.delete(key)
  remembered.set(key, entry)
  const [oldest] = remembered.keys()
  if (remembered.size > mostRemembered && oldest !== undefined) remembered.delete(oldest)
}

/** A client of this provider, whose description is read when it is not known or is old. */
export async function connectProvider(needs: Needs, provider: KnownProvider): Promise<Connection> {
  const { key, issuer, endpoints, clientId } = provider
  const fetch: oidc.CustomFetch = fetchFor(key, needs.environment)
  const name = fingerprintOf({ key, issuer, endpoints })
  const known = remembered.get(name)
  const isFresh = known !== undefined && performance.now() - known.readAt < metadataLifetimeMs
  const metadata = isFresh ? known.metadata : await metadataOf(provider, fetch)
  const readAt = isFresh ? known.readAt : performance.now()
  if (!isFresh) remember(name, { metadata, readAt })
  const settings = {
    [oidc.clockSkew]: await clockSkewSeconds(needs),
    [oidc.clockTolerance]: provider.clockToleranceSeconds,
  }
  const client = new oidc.Configuration(
    metadata,
    clientId,
    settings,
    clientAuthenticationOf(provider),
  )
  client[oidc.customFetch] = fetch
  client.timeout = timeoutSeconds
  // Signatures are checked always: TLS alone vouches for the token only where there is TLS.
  oidc.enableNonRepudiationChecks(client)
  if (issuer.startsWith('http:')) oidc.allowInsecureRequests(client)
  if (isFresh && known.keys) oidc.setJwksCache(client, known.keys)
  const keepKeys = () => remember(name, { metadata, readAt, keys: oidc.getJwksCache(client) })
  return { client, keepKeys }
}
