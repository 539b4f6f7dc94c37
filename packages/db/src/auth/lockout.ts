import { type Millis, millis, minutes } from '@highwater/core'

const failuresAllowed = 5
const shortest = minutes(1)
const longest = minutes(60)

/** For how long an account is locked after so many failures in a row: 1 min after 5, then doubling to 1 h. */
export function lockoutAfter(failures: number): Millis | null {
  if (failures < failuresAllowed) return null
  return millis(Math.min(longest, shortest * 2 ** (failures - failuresAllowed)))
}
