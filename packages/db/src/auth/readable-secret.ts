import { randomBytes } from 'node:crypto'

/** 32 letters and digits, without those that are taken for one another. */
const alphabet = 'abcdefghijkmnpqrstuvwxyz23456789'
const groupLength = 4
const fewestGroups = 4

/** `groups` groups of letters and the dashes between them are this long. */
const lengthOf = (groups: number): number => groups * (groupLength + 1) - 1

/**
 * At least 80 random bits in groups that can be read out and typed, such as `abcd-efgh-jkmn-pqrs`; more
 * of them where so many characters are asked for.
 */
export function newReadableSecret(leastLength = 0): string {
  let groups = fewestGroups
  while (lengthOf(groups) < leastLength) groups += 1
  const bytes = randomBytes(groups * groupLength)
  const letters = Array.from(bytes, (byte) => alphabet.charAt(byte % alphabet.length))
  return (letters.join('').match(/.{4}/g) ?? []).join('-')
}
