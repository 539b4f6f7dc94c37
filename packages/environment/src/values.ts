import { z } from 'zod'
import { parseSecretKeys, type SecretKey } from './secret-keys.ts'

// Messages follow the variable's name: "PORT must be ...".

export const portNumber = z
  .string()
  .regex(/^\d{1,5}$/, 'must be a whole number from 1 to 65535')
  .transform(Number)
  .refine((port) => port >= 1 && port <= 65_535, 'must be a whole number from 1 to 65535')

export const hostName = z
  .string()
  .refine(isHost, 'must be an IP address or a host name to listen on')

/** An address without a path and without the slash at its end. */
export const publicAddress = z.string().transform((text, context) => {
  const url = URL.canParse(text) ? new URL(text) : undefined
  const isPlain = url?.pathname === '/' && url.search === '' && url.hash === '' && !url.username
  if (isPlain && (url.protocol === 'http:' || url.protocol === 'https:')) return url.origin
  context.addIssue('must be an address like https://alerts.example.com, without a path')
  return z.NEVER
})

export const postgresAddress = z
  .string()
  .refine(
    (text) => URL.canParse(text) && ['postgres:', 'postgresql:'].includes(new URL(text).protocol),
    'must be an address like postgres://user:password@host:5432/database',
  )
  .refine(isDecodable, 'holds a % that begins no code: write % itself as %25')

export const webAddress = z.url({ protocol: /^https?$/, error: 'must be an http or https address' })

export const folder = z.string()

export const plainText = z.string()

/** As wide as a field of a form: what else an account asks of it is the rule of accounts. */
export const mailAddress = z.email({
  pattern: z.regexes.html5Email,
  error: 'must be an e-mail address',
})

export const milliseconds = z
  .string()
  .regex(/^\d{1,6}$/, 'must be a number of milliseconds from 100 to 60000')
  .transform(Number)
  .refine((value) => value >= 100 && value <= 60_000, 'must be from 100 to 60000 milliseconds')

export function secretText(leastCharacters: number) {
  return z.string().min(leastCharacters, `must have at least ${leastCharacters} characters`)
}

export const secretKeys = z.string().transform((text, context): SecretKey[] => {
  const keys = parseSecretKeys(text)
  if (!('problem' in keys)) return keys
  context.addIssue(keys.problem)
  return z.NEVER
})

export const timeZone = z
  .string()
  .refine(isTimeZone, 'must be the name of a time zone, such as Asia/Shanghai')

/** CIDRs, addresses and host names, in the order given. */
export const networks = z.string().transform((text, context): string[] => {
  const entries = text.split(',').map((entry) => entry.trim())
  const wrong = entries.find((entry) => !isNetwork(entry) && !isHost(entry))
  if (wrong === undefined) return entries
  context.addIssue(`must list networks like 10.0.0.0/8 or host names, but has "${wrong}"`)
  return z.NEVER
})

/** CIDRs and addresses: whoever speaks to us is known by an address only. */
export const addresses = z.string().transform((text, context): string[] => {
  const entries = text.split(',').map((entry) => entry.trim())
  const isAddress = (entry: string) => isNetwork(entry) || isIpAddress(entry)
  const wrong = entries.find((entry) => !isAddress(entry))
  if (wrong === undefined) return entries
  context.addIssue(`must list addresses or networks like 10.0.0.0/8, but has "${wrong}"`)
  return z.NEVER
})

export const hostNames = z.string().transform((text, context): string[] => {
  const entries = text.split(',').map((entry) => entry.trim())
  const wrong = entries.find((entry) => !isHost(entry))
  if (wrong === undefined) return entries
  context.addIssue(`must list host names without ports, but has "${wrong}"`)
  return z.NEVER
})

function isDecodable(text: string): boolean {
  try {
    return decodeURIComponent(text) !== undefined
  } catch {
    return false
  }
}

function isTimeZone(text: string): boolean {
  try {
    return /^[A-Za-z]/.test(text) && new Intl.DateTimeFormat('en', { timeZone: text }) !== undefined
  } catch {
    return false
  }
}

function isIpAddress(text: string): boolean {
  return z.union([z.ipv4(), z.ipv6()]).safeParse(text).success
}

function isNetwork(text: string): boolean {
  return z.union([z.cidrv4(), z.cidrv6()]).safeParse(text).success
}

function isHost(text: string): boolean {
  return z.union([z.ipv4(), z.ipv6(), z.hostname()]).safeParse(text).success
}
