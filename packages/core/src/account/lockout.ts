import { type Instant, type Millis, millis, minutes, plus } from '../time.ts'

export interface LockoutRule {
  /** So many failures in a row begin a lock. */
  readonly failures: number
  readonly longest: Millis
}

const shortest = minutes(1)

/** For how long so many failures in a row lock: a minute at first, then doubling up to the longest. */
export function lockoutAfter(failures: number, rule: LockoutRule): Millis | null {
  if (failures < rule.failures) return null
  return millis(Math.min(rule.longest, shortest * 2 ** (failures - rule.failures)))
}

export interface AddressRecord {
  readonly failures: number
  readonly lastFailedAt: Instant
}

/** An address is shared and changes hands: what it did is forgotten after an hour of quiet. */
const forgottenAfter = minutes(60)

/** What one more failure makes of an address. */
export function addressAfterFailure(
  before: AddressRecord | null,
  rule: LockoutRule,
  now: Instant,
): AddressRecord & { readonly lockedUntil: Instant | null } {
  const isFresh = before !== null && plus(before.lastFailedAt, forgottenAfter) > now
  const failures = (isFresh ? before.failures : 0) + 1
  const lockout = lockoutAfter(failures, rule)
  return { failures, lastFailedAt: now, lockedUntil: lockout === null ? null : plus(now, lockout) }
}
