import { randomBytes } from 'node:crypto'

/** 32 letters and digits, without those that are taken for one another. */
const alphabet = 'abcdefghijkmnpqrstuvwxyz23456789'
const length = 16

/** 80 random bits in groups that can be read out and typed, such as `abcd-efgh-jkmn-pqrs`. */
export function newReadableSecret(): string {
  const letters = Array.from(randomBytes(length), (byte) => alphabet.charAt(byte % alphabet.length))
  return (letters.join('').match(/.{4}/g) ?? []).join('-')
}
