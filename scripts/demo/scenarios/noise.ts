/**
 * Evenly spread over 0 up to 1, fixed by the numbers given: repeatable without a state to keep.
 * The mixing steps are those of MurmurHash3's finish, which is in the public domain.
 */
export function noise(seed: number, moment: number): number {
  let bits = Math.imul(seed | 0, 0x9e3779b1) ^ Math.imul(Math.floor(moment) | 0, 0x85ebca6b)
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b)
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35)
  return ((bits ^ (bits >>> 16)) >>> 0) / 2 ** 32
}
