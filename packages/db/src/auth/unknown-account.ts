import { createHash } from 'node:crypto'
import { type Instant, plus } from '@highwater/core'
import { lockoutAfter } from '@highwater/core/account'
import { eq } from 'drizzle-orm'
import type { Transaction } from '../client/connect.ts'
import { sqlOf } from '../commands/sql-of.ts'
import { readParameters } from '../queue/read-parameters.ts'
import { signInAddress } from '../schema/index.ts'
import { accountRule } from './address-lock.ts'

/** Kept beside the addresses of clients, with which no hash is mistaken. */
const keyOf = (email: string): string =>
  `account ${createHash('sha256').update(email).digest('hex')}`

/**
 * Where nobody has an account under this address: until when it is locked, as a real one would be. Its
 * row is locked, so that guesses sent at once are counted one by one.
 */
export async function lockUnknown(
  tx: Transaction,
  email: string,
  now: Instant,
): Promise<Instant | null> {
  const address = keyOf(email)
  await tx
    .insert(signInAddress)
    .values({ address, failures: 0, lastFailedAt: now })
    .onConflictDoNothing()
  const [row] = await tx
    .select({ lockedUntil: signInAddress.lockedUntil })
    .from(signInAddress)
    .where(eq(signInAddress.address, address))
    .for('update')
  return row?.lockedUntil ?? null
}

/** Counts a failure as it is counted for an account: only so the answers do not tell one from none. */
export async function countUnknown(tx: Transaction, email: string, now: Instant): Promise<void> {
  const mine = eq(signInAddress.address, keyOf(email))
  const [row] = await tx
    .select({ failures: signInAddress.failures })
    .from(signInAddress)
    .where(mine)
  const failures = (row?.failures ?? 0) + 1
  const lockout = lockoutAfter(failures, accountRule(await readParameters(sqlOf(tx))))
  const lockedUntil = lockout === null ? null : plus(now, lockout)
  await tx.update(signInAddress).set({ failures, lastFailedAt: now, lockedUntil }).where(mine)
}
