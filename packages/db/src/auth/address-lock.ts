import { between, type Instant, minutes, toSeconds } from '@highwater/core'
import {
  type AddressRecord,
  addressAfterFailure,
  countedAddress,
  type LockoutRule,
} from '@highwater/core/account'
import type { Parameters } from '@highwater/core/parameters'
import { and, eq, gt, lt, sql } from 'drizzle-orm'
import type { Database, Transaction } from '../client/connect.ts'
import { signInAddress } from '../schema/index.ts'

export const secondsUntil = (now: Instant, until: Instant): number =>
  Math.ceil(toSeconds(between(now, until)))

export const accountRule = (parameters: Parameters): LockoutRule => ({
  failures: parameters.signInFailuresPerAccount,
  longest: minutes(parameters.lockoutAtMostMinutes),
})

const addressRule = (parameters: Parameters): LockoutRule => ({
  failures: parameters.signInFailuresPerAddress,
  longest: minutes(parameters.lockoutAtMostMinutes),
})

/** For how many seconds nobody signs in from an address; null when it is not locked. */
export async function addressLockedFor(db: Database, ip: string | null) {
  if (ip === null) return null
  const address = countedAddress(ip)
  const [row] = await db.orm
    .select({ lockedUntil: signInAddress.lockedUntil, now: sql<Instant>`now()` })
    .from(signInAddress)
    .where(and(eq(signInAddress.address, address), gt(signInAddress.lockedUntil, sql`now()`)))
  return row && row.lockedUntil !== null ? secondsUntil(row.now, row.lockedUntil) : null
}

/** Addresses that have been quiet this long are forgotten. */
const kept = sql`now() - interval '1 day'`

/** Counts one more failure of an address and answers whether that locks it. */
export async function countAddressFailure(
  tx: Transaction,
  ip: string | null,
  parameters: Parameters,
  now: Instant,
): Promise<boolean> {
  if (ip === null) return false
  const address = countedAddress(ip)
  await tx.delete(signInAddress).where(lt(signInAddress.lastFailedAt, kept))
  const fresh: AddressRecord = { failures: 0, lastFailedAt: now }
  await tx
    .insert(signInAddress)
    .values({ address, ...fresh })
    .onConflictDoNothing()
  const [before] = await tx
    .select()
    .from(signInAddress)
    .where(eq(signInAddress.address, address))
    .for('update')
  const after = addressAfterFailure(before ?? null, addressRule(parameters), now)
  await tx.update(signInAddress).set(after).where(eq(signInAddress.address, address))
  return after.lockedUntil !== null
}
