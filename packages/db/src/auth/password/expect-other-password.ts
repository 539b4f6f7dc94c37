import { AppError } from '@highwater/core'
import { verifyPassword } from './hash-password.ts'

/** @throws AppError `invalid_input` at `newPassword` when it is the one that is stored */
export async function expectOtherPassword(
  stored: string | null,
  newPassword: string,
): Promise<void> {
  if (!(await verifyPassword(stored, newPassword))) return
  const message = 'Choose a password that differs from the present one.'
  throw new AppError('invalid_input', message, { faults: [{ path: 'newPassword', message }] })
}
