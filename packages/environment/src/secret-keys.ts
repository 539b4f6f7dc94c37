import { hkdfSync } from 'node:crypto'

/** `key` is 32 bytes; the first of a list seals and signs, the others only open what is older. */
export type SecretKey = { readonly id: string; readonly key: Uint8Array }

const leastMaterialBytes = 32
const listed = /^[\w.-]{1,32}:[\w+/=-]+(,\s*[\w.-]{1,32}:[\w+/=-]+)*$/

/** The id of a secret that was given without one; name it so when it moves into a list. */
const idOfPlainSecret = 'plain'

/**
 * Reads `id:base64,id:base64` (newest first) or one plain string. Keys are derived with
 * HKDF-SHA256, so material of any length and any shape gives 32 even bytes.
 */
export function parseSecretKeys(text: string): SecretKey[] | { readonly problem: string } {
  if (!listed.test(text)) return parsePlain(text)
  const entries = text.split(',').map((entry) => {
    const [id = '', material = ''] = entry.trim().split(':')
    return { id, material: Buffer.from(material, 'base64') }
  })
  const short = entries.find((entry) => entry.material.length < leastMaterialBytes)
  if (short !== undefined) {
    return {
      problem: `needs at least ${leastMaterialBytes} bytes of base64 for the key "${short.id}"`,
    }
  }
  if (new Set(entries.map((entry) => entry.id)).size < entries.length) {
    return { problem: 'names two keys alike' }
  }
  return entries.map((entry) => ({ id: entry.id, key: deriveKey(entry.material) }))
}

function parsePlain(text: string): SecretKey[] | { readonly problem: string } {
  if (text.length < leastMaterialBytes) {
    return { problem: `must have at least ${leastMaterialBytes} characters` }
  }
  return [{ id: idOfPlainSecret, key: deriveKey(Buffer.from(text)) }]
}

function deriveKey(material: Uint8Array): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', material, '', 'highwater secret key', 32))
}
