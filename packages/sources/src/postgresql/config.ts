import { z } from 'zod'

/** An optional text: forms send an empty string for a field left empty. */
const optionalText = (maxLength: number) =>
  z
    .string()
    .max(maxLength)
    .transform((text) => (text === '' ? undefined : text))
    .optional()

/** PostgreSQL cuts longer names off, silently. */
const identifier = (message: string) => z.string().min(1, message).max(63, 'Use at most 63 bytes.')

const certificate = optionalText(20_000).refine(
  (text) => text === undefined || text.includes('-----BEGIN CERTIFICATE-----'),
  'Paste the CA certificate in PEM form.',
)

/** Which parts of a server are watched. */
export const watchChoices = ['everything', 'slots', 'standby', 'subscriptions'] as const
export type Watch = (typeof watchChoices)[number]

export const tlsModes = ['disable', 'require', 'verify-full'] as const

export const postgresqlConfig = z.strictObject({
  host: z
    .string()
    .trim()
    .min(1, 'The host is missing.')
    .max(253)
    .regex(/^[A-Za-z0-9.:_-]+$/, 'Write one host name or address, without scheme and port.'),
  port: z.int('Use 1–65535.').min(1, 'Use 1–65535.').max(65_535, 'Use 1–65535.').default(5432),
  database: identifier('The database is missing.'),
  user: identifier('The user is missing.'),
  tls: z.enum(tlsModes).default('require'),
  caCertificate: certificate,
  watch: z.enum(watchChoices).default('everything'),
  /** Names of slots, standbys and subscriptions that are somebody else's business. */
  ignore: z.array(z.string().trim().min(1).max(63)).max(200, 'Use at most 200 names.').default([]),
})
export type PostgresqlConfig = z.output<typeof postgresqlConfig>

export const postgresqlSecrets = z.strictObject({ password: optionalText(1_000) })
export type PostgresqlSecrets = z.output<typeof postgresqlSecrets>
