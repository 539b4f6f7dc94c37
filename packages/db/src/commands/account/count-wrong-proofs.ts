import { AppError, type UserId } from '@highwater/core'
import { eq } from 'drizzle-orm'
import type { AccountRow } from '../../auth/let-in.ts'
import { refuseSignIn } from '../../auth/refuse-sign-in.ts'
import { readNow } from '../../client/now.ts'
import { account } from '../../schema/index.ts'
import type { ChangeContext, CommandContext } from '../context.ts'

/** Somebody who is signed in could not prove once more who they are. */
export class WrongProof extends AppError {
  readonly user: UserId
  readonly kind: 'wrong_credentials' | 'wrong_code'

  constructor(user: UserId, kind: WrongProof['kind'], path: string, message: string) {
    super('invalid_input', message, { faults: [{ path, message }] })
    this.user = user
    this.kind = kind
  }
}

/** @throws AppError `rate_limited` while an account is locked, so that a lost session is no way to guess */
export function expectUnlocked(person: AccountRow, { now }: ChangeContext): void {
  if (person.lockedUntil === null || person.lockedUntil <= now) return
  throw new AppError(
    'rate_limited',
    'Too many attempts have failed: the account is locked for a while. Try again later.',
  )
}

async function count({ db, origin, sealer }: CommandContext, { user, kind }: WrongProof) {
  await db.orm.transaction(async (tx) => {
    const now = await readNow(tx)
    const [row] = await tx.select().from(account).where(eq(account.id, user)).for('no key update')
    if (!row) return
    await refuseSignIn(
      tx,
      { row, name: row.email, origin, sealer, now },
      { ok: false, reason: kind },
    )
  })
}

/** Counts a wrong password or code like one at sign-in, once the command has been rolled back. */
export const countingWrongProofs =
  <In, Out>(command: (context: CommandContext, input: In) => Promise<Out>) =>
  async (context: CommandContext, input: In): Promise<Out> => {
    try {
      return await command(context, input)
    } catch (error) {
      if (error instanceof WrongProof) await count(context, error)
      throw error
    }
  }
