import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createSecretKey,
  randomBytes,
} from 'node:crypto'
import { AppError } from '@highwater/core'
import { canonicalJson } from './canonical-json.ts'
import { type ChainKeys, createChainKeys } from './chain-keys.ts'

/** One key of `HIGHWATER_SECRET`: 32 bytes under the id that sealed texts name. */
export interface SecretKey {
  readonly id: string
  readonly key: Uint8Array
}

/** Seals with the newest key and opens with whichever key a sealed text names (C16). */
export interface Sealer {
  /** Of the keys that it opens with, newest first. */
  readonly keyIds: readonly string[]
  readonly seal: (secrets: Record<string, unknown>) => string
  /** @throws AppError `unavailable` when no present key can open the text */
  readonly open: (sealed: string) => Record<string, unknown>
  /** What signs the audit, under keys of its own. */
  readonly chain: ChainKeys
}

const algorithm = 'aes-256-gcm'
/** Neither a key's id nor base64 holds it. */
const separator = ':'

/** @param keys newest first; at least one */
export function createSealer(keys: readonly SecretKey[]): Sealer {
  const [newest] = keys
  if (!newest) throw new Error('Sealing needs at least one key.')
  // Made ready once: for bytes, each use costs more than the deciphering itself.
  const ready = new Map(keys.map(({ id, key }) => [id, createSecretKey(key)]))
  return {
    keyIds: keys.map(({ id }) => id),
    chain: createChainKeys([newest, ...keys.slice(1)]),
    seal(secrets) {
      const nonce = randomBytes(12)
      const cipher = createCipheriv(algorithm, newest.key, nonce)
      cipher.setAAD(Buffer.from(newest.id))
      const body = Buffer.concat([cipher.update(JSON.stringify(secrets), 'utf8'), cipher.final()])
      const parts = [nonce, cipher.getAuthTag(), body].map((part) => part.toString('base64'))
      return [newest.id, ...parts].join(separator)
    },
    open(sealed) {
      const [id, ...parts] = sealed.split(separator)
      const [nonce, tag, body] = parts.map((part) => Buffer.from(part, 'base64'))
      const key = ready.get(id ?? '')
      if (id === undefined || !key || !nonce || !tag || !body) throw cannotOpen(id)
      try {
        const decipher = createDecipheriv(algorithm, key, nonce)
        decipher.setAAD(Buffer.from(id))
        decipher.setAuthTag(tag)
        return JSON.parse(Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8'))
      } catch {
        throw cannotOpen(id)
      }
    },
  }
}

const cannotOpen = (id: string | undefined) =>
  new AppError(
    'unavailable',
    `A stored secret was sealed with key "${id ?? '?'}", which HIGHWATER_SECRET does not hold or holds with another value. Put the old key back behind the new one.`,
  )

/**
 * A name for exactly this content: equal for equal values whatever the order of their keys. Secrets
 * may go in; the result tells nothing of them.
 */
export const fingerprintOf = (value: unknown): string =>
  createHash('sha256').update(canonicalJson(value)).digest('hex')
