import { type Instant, plus } from '@highwater/core'
import { lockoutAfter, type SignInRefusal } from '@highwater/core/account'
import { eq } from 'drizzle-orm'
import type { Transaction } from '../client/connect.ts'
import { publish } from '../client/topics.ts'
import { recordRefusal } from '../commands/record-audit.ts'
import { sqlOf } from '../commands/sql-of.ts'
import { readParameters } from '../queue/read-parameters.ts'
import { account } from '../schema/index.ts'
import { accountRule, countAddressFailure } from './address-lock.ts'
import type { AccountRow, Attempt, SignInResult } from './let-in.ts'

/** Who tried, as far as that is known. */
export interface Refusable extends Attempt {
  readonly row: AccountRow | undefined
  /** As the audit shows it where there is no account. */
  readonly name: string
  readonly now: Instant
}

const isGuess = (reason: SignInRefusal): boolean =>
  reason === 'wrong_credentials' || reason === 'wrong_code'

/** Who knocks at a locked account does not lock it longer, but may not knock for ever. */
const countsForAddress = (reason: SignInRefusal): boolean => isGuess(reason) || reason === 'locked'

async function countFailure(
  tx: Transaction,
  { row, origin, now }: Refusable,
  reason: SignInRefusal,
): Promise<boolean> {
  const parameters = await readParameters(sqlOf(tx))
  if (row && isGuess(reason)) {
    const failedSignIns = row.failedSignIns + 1
    const lockout = lockoutAfter(failedSignIns, accountRule(parameters))
    await tx
      .update(account)
      .set({ failedSignIns, lockedUntil: lockout === null ? null : plus(now, lockout) })
      .where(eq(account.id, row.id))
  }
  return countAddressFailure(tx, origin.ip, parameters, now)
}

/**
 * Writes down that somebody was not let in, and counts wrong guesses. An address is audited when it
 * gets locked; what it tries from then on changes nothing and is not written down.
 */
export async function refuseSignIn(
  tx: Transaction,
  who: Refusable,
  refusal: Extract<SignInResult, { ok: false; reason: SignInRefusal }>,
): Promise<SignInResult> {
  const { row, name, origin, sealer, now } = who
  const { reason } = refusal
  const locksAddress = countsForAddress(reason) && (await countFailure(tx, who, reason))
  const initiator = {
    actor: { type: 'anonymous' as const },
    actorName: row?.email ?? name,
    origin,
    sealer,
    now,
  }
  const resource = row ? { subject: { id: row.id, name: row.email } } : {}
  await recordRefusal(tx, initiator, 'sign_in', resource, reason)
  if (locksAddress) await recordRefusal(tx, initiator, 'sign_in', resource, 'address_locked')
  await publish(tx, ['audit'])
  return refusal
}
