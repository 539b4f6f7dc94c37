import { createHash } from 'node:crypto'
import type { Instant, UserId } from '@highwater/core'
import { recoveryCodeCount } from '@highwater/core/account'
import { and, eq, isNull } from 'drizzle-orm'
import type { Transaction } from '../../client/connect.ts'
import { recoveryCode } from '../../schema/index.ts'
import { newReadableSecret } from '../readable-secret.ts'

/** Nothing can be gained by guessing 80 bits, so a plain hash protects them well enough. */
const hashOf = (userId: UserId, code: string): string =>
  createHash('sha256')
    .update(`${userId} ${code.toLowerCase().replaceAll(/[^a-z0-9]/g, '')}`)
    .digest('hex')

/** Gives a person new codes in place of all they had; they can be read this once. */
export async function renewRecoveryCodes(tx: Transaction, userId: UserId): Promise<string[]> {
  await tx.delete(recoveryCode).where(eq(recoveryCode.userId, userId))
  const codes = Array.from({ length: recoveryCodeCount }, newReadableSecret)
  await tx
    .insert(recoveryCode)
    .values(codes.map((code) => ({ userId, hash: hashOf(userId, code) })))
  return codes
}

/** Takes a code that has not been used; it is used then. */
export async function spendRecoveryCode(
  tx: Transaction,
  userId: UserId,
  code: string,
  now: Instant,
): Promise<boolean> {
  const spent = await tx
    .update(recoveryCode)
    .set({ usedAt: now })
    .where(
      and(
        eq(recoveryCode.userId, userId),
        eq(recoveryCode.hash, hashOf(userId, code)),
        isNull(recoveryCode.usedAt),
      ),
    )
    .returning({ hash: recoveryCode.hash })
  return spent.length > 0
}
