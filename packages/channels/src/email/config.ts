import { z } from 'zod'
import { httpAddress, optionalText } from '../settings/common.ts'
import { proxyAddress } from '../settings/proxy-address.ts'
import { mailAddress } from './mail-address.ts'

const hostName = z
  .string()
  .trim()
  .min(1, 'The host is missing.')
  .max(255)
  .regex(/^[A-Za-z0-9.:[\]_-]+$/, 'Write a host name or an address, without scheme and port.')

/** No control characters: a header must not be able to begin a new line. */
const displayName = z
  .string()
  .trim()
  .max(100)
  .regex(/^[^\p{Cc}]*$/u, 'The name must stand on one line.')
  .transform((text) => (text === '' ? undefined : text))
  .optional()

const fingerprint = /^([0-9A-Fa-f]{2}:?){31}[0-9A-Fa-f]{2}$/

const tlsTrust = optionalText(20_000).refine(
  (text) =>
    text === undefined || fingerprint.test(text) || text.includes('-----BEGIN CERTIFICATE-----'),
  'Paste a CA certificate in PEM form, or the SHA-256 fingerprint of the server’s certificate.',
)

export const emailConfig = z.strictObject({
  host: hostName,
  port: z.int().min(1).max(65_535),
  security: z.enum(['tls', 'starttls', 'none']).default('starttls'),
  username: optionalText(200),
  /** How the password is given; `auto` takes the first of these that the server offers. */
  authMethod: z.enum(['auto', 'plain', 'login', 'cram-md5', 'xoauth2']).default('auto'),
  oauth: z
    .strictObject({
      tokenUrl: httpAddress,
      clientId: z.string().trim().min(1, 'The client id is missing.').max(500),
      scope: optionalText(1_000),
    })
    .optional(),
  from: z.strictObject({ name: displayName, address: mailAddress }),
  to: z.array(mailAddress).min(1, 'At least one recipient is needed.').max(100),
  cc: z.array(mailAddress).max(100).default([]),
  bcc: z.array(mailAddress).max(100).default([]),
  tlsTrust,
  content: z.enum(['text', 'table', 'attachment', 'table+attachment']).default('text'),
  proxy: proxyAddress,
})
export type EmailConfig = z.output<typeof emailConfig>

const untrimmed = z
  .string()
  .max(500)
  .transform((text) => (text === '' ? undefined : text))
  .optional()

export const emailSecrets = z.strictObject({ password: untrimmed, clientSecret: untrimmed })
export type EmailSecrets = z.output<typeof emailSecrets>
