import type { Instant, UserId } from '@highwater/core'
import { and, eq, isNotNull } from 'drizzle-orm'
import type { Transaction } from '../../client/connect.ts'
import type { Sealer } from '../../client/secrets.ts'
import type { Reader } from '../../queries/reader.ts'
import { secondFactor } from '../../schema/index.ts'
import { periodOfCode } from './device-code.ts'
import { spendRecoveryCode } from './recovery-codes.ts'

export const secretOf = (sealer: Sealer, sealed: string): string =>
  String(sealer.open(sealed).secret ?? '')

/** Whether a person has a second factor that they have confirmed. */
export async function hasSecondFactor(tx: Reader, userId: UserId): Promise<boolean> {
  const rows = await tx
    .select({ userId: secondFactor.userId })
    .from(secondFactor)
    .where(and(eq(secondFactor.userId, userId), isNotNull(secondFactor.confirmedAt)))
  return rows.length > 0
}

/** By what a person proved themselves the second time. */
export type Proof = 'device' | 'recovery_code'

const looksLikeDeviceCode = /^\d{6}$/

/**
 * Takes a code of the device or a recovery code, each of them once; null when it is neither. The
 * account must be locked, so that a code sent twice at once is taken once.
 */
export async function acceptCode(
  tx: Transaction,
  userId: UserId,
  typed: string,
  sealer: Sealer,
  now: Instant,
): Promise<Proof | null> {
  const code = typed.replaceAll(/\s/g, '')
  if (!looksLikeDeviceCode.test(code)) {
    return (await spendRecoveryCode(tx, userId, code, now)) ? 'recovery_code' : null
  }
  const [row] = await tx
    .select()
    .from(secondFactor)
    .where(and(eq(secondFactor.userId, userId), isNotNull(secondFactor.confirmedAt)))
  if (!row) return null
  const period = periodOfCode(secretOf(sealer, row.sealedSecret), code, now)
  if (period === null || (row.lastPeriod !== null && period <= row.lastPeriod)) return null
  await tx.update(secondFactor).set({ lastPeriod: period }).where(eq(secondFactor.userId, userId))
  return 'device'
}
