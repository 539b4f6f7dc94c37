import { z } from 'zod'
import { isPlainName, unseenInName } from '../plain-name.ts'

/** What the environment's own provider is called where the console's have an id. */
export const environmentProvider = 'environment'

export const clientAuthentications = ['client_secret_basic', 'client_secret_post'] as const
export type ClientAuthentication = (typeof clientAuthentications)[number]

const address = z
  .url({ protocol: /^https?$/, error: 'Write an address such as https://login.example.com.' })
  .max(500, 'Use at most 500 characters.')

/** A name of a claim, or a path into one such as `realm_access.roles`. */
export const claimName = z
  .string()
  .trim()
  .min(1, 'Name a claim.')
  .max(200, 'Use at most 200 characters.')

/** Told by hand where a provider has no discovery document. */
const endpoints = z.strictObject({
  authorization: address,
  token: address,
  jwks: address,
  userinfo: address.nullish().transform((given) => given ?? null),
  endSession: address.nullish().transform((given) => given ?? null),
})

/** What must be known of a sign-in provider, the client secret aside. */
export const providerFields = {
  name: z
    .string()
    .trim()
    .min(1, 'Give a name.')
    .max(40, 'Use at most 40 characters.')
    .refine(isPlainName, unseenInName),
  issuer: address,
  /** Null: read from the issuer's discovery document. */
  endpoints: endpoints.nullable(),
  clientId: z.string().trim().min(1, 'Give the client id.').max(256, 'Use at most 256 characters.'),
  clientAuthentication: z.enum(clientAuthentications),
  scopes: z
    .array(
      z.string().regex(/^[\x21\x23-\x5b\x5d-\x7e]{1,100}$/, 'A scope has no spaces or quotes.'),
    )
    .max(20, 'Use at most 20 scopes.')
    .refine((scopes) => scopes.includes('openid'), 'The scope openid is needed.'),
  groupsClaim: claimName,
  /** How far the provider's clock may be from ours. */
  clockToleranceSeconds: z
    .int('Use 0–300 seconds.')
    .min(0, 'Use 0–300 seconds.')
    .max(300, 'Use 0–300 seconds.'),
  /** How often the groups of somebody signed in are asked again. */
  recheckMinutes: z
    .int('Use 1–1440 minutes.')
    .min(1, 'Use 1–1440 minutes.')
    .max(1_440, 'Use 1–1440 minutes.'),
  /** The provider checks every address and does not say so: its addresses count as verified. */
  vouchesForEmail: z.boolean(),
  /** Whoever has a verified address of an existing account becomes that account. */
  linksByEmail: z.boolean(),
  enabled: z.boolean(),
}

export const providerDefaults = {
  endpoints: null,
  clientAuthentication: 'client_secret_basic' as ClientAuthentication,
  scopes: ['openid', 'email', 'profile'],
  groupsClaim: 'groups',
  clockToleranceSeconds: 30,
  recheckMinutes: 15,
  vouchesForEmail: false,
  linksByEmail: false,
  enabled: true,
}

export const clientSecret = z
  .string()
  .min(1, 'Give the client secret.')
  .max(2_000, 'Use at most 2000 characters.')

const provider = z.strictObject(providerFields)
export type ProviderSettings = z.output<typeof provider>
export type ProviderEndpoints = z.output<typeof endpoints>
