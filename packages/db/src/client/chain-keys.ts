import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'
import type { SecretKey } from './secrets.ts'

/** A code over a text, and the id of the key that it was made with. */
export interface Signature {
  readonly key: string
  readonly code: string
}

export type SignatureVerdict = 'right' | 'wrong' | 'unknown_key'

/** Signs the audit's chain: whoever may write to the database alone cannot make these codes. */
export interface ChainKeys {
  /** The id of the key that signs. */
  readonly newest: string
  /** Signs with the newest key. */
  readonly sign: (text: string) => Signature
  /** Judges with whichever key the signature names. */
  readonly judge: (text: string, signature: Signature) => SignatureVerdict
}

/** Set apart from what seals secrets: a key has one use. */
const purpose = 'highwater audit chain'

const codeOf = (key: Uint8Array, text: string): string =>
  createHmac('sha256', key).update(text).digest('base64url')

/** @param keys those of `HIGHWATER_SECRET`, newest first */
export function createChainKeys([newest, ...older]: readonly [
  SecretKey,
  ...SecretKey[],
]): ChainKeys {
  const derived = new Map(
    [...older.toReversed(), newest].map(({ id, key }) => [
      id,
      new Uint8Array(hkdfSync('sha256', key, '', purpose, 32)),
    ]),
  )
  const newestKey = derived.get(newest.id) ?? newest.key
  return {
    newest: newest.id,
    sign: (text) => ({ key: newest.id, code: codeOf(newestKey, text) }),
    judge(text, { key, code }) {
      const found = derived.get(key)
      if (!found) return 'unknown_key'
      const expected = Buffer.from(codeOf(found, text))
      const given = Buffer.from(code)
      const isEqual = expected.length === given.length && timingSafeEqual(expected, given)
      return isEqual ? 'right' : 'wrong'
    },
  }
}
