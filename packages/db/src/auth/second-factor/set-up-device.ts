import { AppError, type Instant, minutes, plus, type UserId } from '@highwater/core'
import { eq } from 'drizzle-orm'
import type { Transaction } from '../../client/connect.ts'
import type { Sealer } from '../../client/secrets.ts'
import { recoveryCode, secondFactor } from '../../schema/index.ts'
import { endUnfinishedSignIns } from '../unfinished-session.ts'
import { secretOf } from './accept-code.ts'
import { deviceUri, newDeviceSecret, periodOfCode } from './device-code.ts'
import { renewRecoveryCodes } from './recovery-codes.ts'

interface Owner {
  readonly id: UserId
  readonly email: string
}

/** What a person's app needs in order to show codes. */
export interface DeviceSecret {
  /** In base32, for whoever types it. */
  readonly secret: string
  readonly uri: string
}

const alreadyThere = () =>
  new AppError('conflict', 'There is a second factor already. Remove it before you set up another.')

/** Whoever saw a secret that was begun and left must not know the one that is used later. */
const begunFor = minutes(15)

/**
 * Begins a second factor, or shows the one that was begun: it counts only once a code has been given.
 * @throws AppError `conflict` when there is one that counts
 */
export async function beginSecondFactor(
  tx: Transaction,
  { id, email }: Owner,
  sealer: Sealer,
  now: Instant,
): Promise<DeviceSecret> {
  const [row] = await tx.select().from(secondFactor).where(eq(secondFactor.userId, id))
  if (row && row.confirmedAt !== null) throw alreadyThere()
  const isBegun = row !== undefined && plus(row.createdAt, begunFor) > now
  const secret = isBegun ? secretOf(sealer, row.sealedSecret) : newDeviceSecret()
  if (!isBegun) {
    const begun = { sealedSecret: sealer.seal({ secret }), createdAt: now }
    await tx
      .insert(secondFactor)
      .values({ userId: id, ...begun })
      .onConflictDoUpdate({ target: secondFactor.userId, set: begun })
  }
  return { secret, uri: deviceUri(secret, email) }
}

/**
 * Puts a second factor in force with a first code of it, and answers the recovery codes, this once.
 * Whoever is about to come in without it is not: all but the sign-in to keep begin anew.
 * @throws AppError `invalid_input` at `code`
 */
export async function confirmSecondFactor(
  tx: Transaction,
  userId: UserId,
  code: string,
  { sealer, now, keep }: { sealer: Sealer; now: Instant; keep: string | null },
): Promise<string[]> {
  const [row] = await tx.select().from(secondFactor).where(eq(secondFactor.userId, userId))
  if (row && row.confirmedAt !== null) throw alreadyThere()
  const given = code.replaceAll(/\s/g, '')
  const period = row ? periodOfCode(secretOf(sealer, row.sealedSecret), given, now) : null
  if (period === null) {
    const message = 'This is not the code that your app shows now.'
    throw new AppError('invalid_input', message, { faults: [{ path: 'code', message }] })
  }
  await tx
    .update(secondFactor)
    .set({ confirmedAt: now, lastPeriod: period })
    .where(eq(secondFactor.userId, userId))
  await endUnfinishedSignIns(tx, userId, keep)
  return renewRecoveryCodes(tx, userId)
}

/** Ends a person's second factor and their recovery codes; false when there was none that counted. */
export async function removeSecondFactor(tx: Transaction, userId: UserId): Promise<boolean> {
  await tx.delete(recoveryCode).where(eq(recoveryCode.userId, userId))
  const removed = await tx
    .delete(secondFactor)
    .where(eq(secondFactor.userId, userId))
    .returning({ confirmedAt: secondFactor.confirmedAt })
  return removed.some(({ confirmedAt }) => confirmedAt !== null)
}
