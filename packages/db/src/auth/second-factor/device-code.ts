import type { Instant } from '@highwater/core'
import { Secret, TOTP } from 'otpauth'

const issuer = 'Highwater'

/** RFC 6238 as every authenticator app knows it: SHA-1, six digits, a new code every 30 seconds. */
const device = (secret: string, label = ''): TOTP =>
  new TOTP({
    issuer,
    label,
    secret: Secret.fromBase32(secret),
    algorithm: 'SHA1',
    digits: 6,
    period: 30,
  })

/** 160 random bits in base32, as the RFC recommends. */
export const newDeviceSecret = (): string => new Secret({ size: 20 }).base32

/** What the QR code holds. */
export const deviceUri = (secret: string, email: string): string => device(secret, email).toString()

/**
 * The 30 seconds that a code belongs to; null when it belongs to none that counts now. Clocks may
 * differ by one code to either side.
 */
export function periodOfCode(secret: string, code: string, now: Instant): number | null {
  const totp = device(secret)
  const difference = totp.validate({ token: code, timestamp: now, window: 1 })
  return difference === null ? null : totp.counter({ timestamp: now }) + difference
}

/** The code that a device shows now. */
export const codeAt = (secret: string, now: Instant): string =>
  device(secret).generate({ timestamp: now })
