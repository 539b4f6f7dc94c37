import { AppError } from '@highwater/core'
import { z } from 'zod'

/** The version that the editor was looking at; left out by programs that mean to overwrite. */
export const expectedVersion = z.int().min(1).optional()

/** @throws AppError `conflict` with the present state when somebody else was faster */
export function expectVersion(
  what: string,
  present: number,
  expected: number | undefined,
  current: unknown,
): void {
  if (expected === undefined || expected === present) return
  throw new AppError(
    'conflict',
    `Somebody else has changed this ${what} meanwhile: it is at version ${present}, your change was made from version ${expected}. Look at it again and repeat your change.`,
    { current },
  )
}
