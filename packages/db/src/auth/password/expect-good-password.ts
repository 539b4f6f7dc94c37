import { AppError } from '@highwater/core'
import { newPassword } from '@highwater/core/account'
import type { Transaction } from '../../client/connect.ts'
import { sqlOf } from '../../commands/sql-of.ts'
import { readParameters } from '../../queue/read-parameters.ts'
import { estimateStrength } from './estimate-strength.ts'

interface Owner {
  readonly email: string
  readonly displayName: string
}

/** Refuses a password that this installation does not want. @throws AppError `invalid_input` at `path` */
export async function expectGoodPassword(
  tx: Transaction,
  password: string,
  owner: Owner,
  path: string,
): Promise<void> {
  const refuse = (message: string) =>
    new AppError('invalid_input', message, { faults: [{ path, message }] })
  // Not every way here has checked its input by the schema; a longer one would never be right again.
  const [fault] = newPassword.safeParse(password).error?.issues ?? []
  if (fault) throw refuse(fault.message)
  const { passwordLeastLength, passwordLeastStrength } = await readParameters(sqlOf(tx))
  if (password.length < passwordLeastLength) {
    throw refuse(`Use at least ${passwordLeastLength} characters.`)
  }
  if (password.toLowerCase() === owner.email) {
    throw refuse('The password must differ from the e-mail address.')
  }
  if ((await estimateStrength(password, owner)) < passwordLeastStrength) {
    throw refuse('This password is easy to guess. Use more words, or less common ones.')
  }
}
