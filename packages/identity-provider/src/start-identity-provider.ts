import { generateKeyPairSync } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Configuration, Provider } from 'oidc-provider'
import { interactionPage, readForm } from './interaction-page.ts'
import type { Person } from './person.ts'

export interface IdentityProviderOptions {
  /** Of the client: where people come back to after sign-in and after logout. */
  readonly redirectUris: readonly string[]
  readonly logoutUris?: readonly string[]
  readonly clientAuthentication?: 'client_secret_basic' | 'client_secret_post'
}

/** How long what the provider gives is good for; a negative time is over already. */
interface Lifetimes {
  codeSeconds: number
  idTokenSeconds: number
}

export interface IdentityProvider {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** By login name, which is also the subject. */
  readonly people: Map<string, Person>
  readonly lifetimes: Lifetimes
  /** Whether a refresh token comes with the others. */
  setRefresh(gives: boolean): void
  close(): Promise<void>
}

const client = { id: 'highwater', secret: 'a client secret that only tests know' }

const signingKey = () => {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  return { ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'ES256', kid: 'tests' }
}

interface Behaviour {
  readonly people: ReadonlyMap<string, Person>
  readonly lifetimes: Lifetimes
  readonly givesRefresh: () => boolean
}

function configurationOf(
  { redirectUris, logoutUris = [], clientAuthentication }: IdentityProviderOptions,
  { people, lifetimes, givesRefresh }: Behaviour,
): Configuration {
  return {
    clients: [
      {
        client_id: client.id,
        client_secret: client.secret,
        redirect_uris: [...redirectUris],
        post_logout_redirect_uris: [...logoutUris],
        grant_types: ['authorization_code', 'refresh_token'],
        response_types: ['code'],
        id_token_signed_response_alg: 'ES256',
        token_endpoint_auth_method: clientAuthentication ?? 'client_secret_basic',
      },
    ],
    jwks: { keys: [signingKey()] },
    cookies: { keys: ['a cookie key that only tests know'] },
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name', 'groups'] },
    scopes: ['openid', 'email', 'profile'],
    conformIdTokenClaims: false,
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    issueRefreshToken: async () => givesRefresh(),
    pkce: { required: () => true },
    ttl: {
      AccessToken: 600,
      AuthorizationCode: () => lifetimes.codeSeconds,
      Grant: 3_600,
      IdToken: () => lifetimes.idTokenSeconds,
      Interaction: 600,
      RefreshToken: 3_600,
      Session: 3_600,
    },
    async findAccount(_context, accountId) {
      const person = people.get(accountId)
      return person && { accountId, claims: async () => ({ sub: accountId, ...person }) }
    },
    // Nobody is asked for consent: the client is the company's own.
    async loadExistingGrant({ oidc }) {
      const { provider, session } = oidc
      const grant = new provider.Grant({
        clientId: client.id,
        ...(session?.accountId === undefined ? {} : { accountId: session.accountId }),
      })
      grant.addOIDCScope('openid email profile')
      await grant.save()
      return grant
    },
  }
}

async function interact(provider: Provider, request: IncomingMessage, response: ServerResponse) {
  if (request.method !== 'POST') {
    const { uid } = await provider.interactionDetails(request, response)
    response
      .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
      .end(interactionPage(uid))
    return
  }
  const form = await readForm(request)
  const result =
    form.get('answer') === 'cancel'
      ? { error: 'access_denied', error_description: 'The person cancelled.' }
      : { login: { accountId: form.get('login') ?? '' } }
  await provider.interactionFinished(request, response, result)
}

/** A real OpenID provider on a port of its own, with one client. */
export async function startIdentityProvider(
  options: IdentityProviderOptions,
): Promise<IdentityProvider> {
  const people = new Map<string, Person>()
  const lifetimes: Lifetimes = { codeSeconds: 60, idTokenSeconds: 3_600 }
  let refresh = true
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const behaviour = { people, lifetimes, givesRefresh: () => refresh }
  const provider = new Provider(issuer, configurationOf(options, behaviour))
  const answer = provider.callback()
  server.on('request', (request, response) => {
    if (request.url?.startsWith('/interaction/') !== true) return void answer(request, response)
    interact(provider, request, response).catch((error: unknown) =>
      response.writeHead(500).end(String(error)),
    )
  })
  return {
    issuer,
    clientId: client.id,
    clientSecret: client.secret,
    people,
    lifetimes,
    setRefresh(gives) {
      refresh = gives
    },
    async close() {
      const closed = new Promise((resolve) => server.close(resolve))
      server.closeAllConnections()
      await closed
    },
  }
}
