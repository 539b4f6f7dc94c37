import { fingerprintOf } from '../client/secrets.ts'

/** Whether two values have the same content, whatever the order of their keys. */
export const isSame = (one: unknown, other: unknown): boolean =>
  fingerprintOf(one) === fingerprintOf(other)
