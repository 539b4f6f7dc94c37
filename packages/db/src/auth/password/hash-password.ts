import { hash, verify } from '@node-rs/argon2'

export interface HashCost {
  /** In KiB. */
  readonly memoryCost: number
  readonly timeCost: number
  readonly parallelism: number
}

/** Argon2id with 19 MiB, 2 passes and 1 lane: OWASP's recommendation, about 30 ms of work. */
const cost: HashCost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** Of a password that nobody knows: checking against it takes as long as against a real one. */
const decoy =
  '$argon2id$v=19$m=19456,t=2,p=1$+VVgCNdiYmwKz3CXniBg/A$o0gUsMXKQHKZEIQWsYnW1mnlLHKRdzFSAMwQm0P6scg'

/** Longer ones are never stored, so they are wrong without being looked at. */
const longest = 200

/** A stored hash names its own cost, so that it can be raised without a word to anybody. */
export const hashPassword = (password: string, by: HashCost = cost): Promise<string> =>
  hash(password, by)

/** Takes the same time whether or not there is a stored hash to compare with. */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  const matches = await verify(stored ?? decoy, password.length > longest ? '' : password)
  return matches && stored !== null
}
