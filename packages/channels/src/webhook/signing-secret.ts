import type { InputFault } from '@highwater/core'
import type { ChannelSettings } from '../kind.ts'
import type { WebhookConfig, WebhookSecrets } from './config.ts'

const shortestKeyBytes = 24
const longestKeyBytes = 64

/** What signs: a secret that both sides know, or the private half of an ed25519 pair. */
export interface StandardKey {
  readonly kind: 'symmetric' | 'ed25519'
  readonly base64: string
}

const bytesIn = (base64: string): number => Math.floor((base64.replace(/=+$/, '').length * 3) / 4)

/** A pair's private half is written as its seed, alone or with the public half behind it. */
const pairBytes: readonly number[] = [32, 64]

/** The key of a Standard Webhooks secret; null if it is none. */
export function standardKey(secret: string): StandardKey | null {
  const kind = secret.startsWith('whsk_') ? 'ed25519' : 'symmetric'
  const base64 = secret.replace(/^(whsec|whsk)_/, '')
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(base64)) return null
  const bytes = bytesIn(base64)
  const fits =
    kind === 'ed25519'
      ? pairBytes.includes(bytes)
      : bytes >= shortestKeyBytes && bytes <= longestKeyBytes
  return fits ? { kind, base64 } : null
}

/** While a receiver changes its secret, old and new stand side by side and both sign. */
export const standardSecrets = (text: string): readonly string[] => text.split(/\s+/)

/** A signature needs a secret of its own form. */
export function signingFaults({
  config,
  secrets,
}: ChannelSettings<WebhookConfig, WebhookSecrets>): readonly InputFault[] {
  if (config.signature === 'none') return []
  const path = 'secrets.signingSecret'
  if (secrets.signingSecret === undefined) {
    return [{ path, message: 'A signature needs a signing secret.' }]
  }
  const keys = standardSecrets(secrets.signingSecret).map(standardKey)
  if (config.signature === 'standard-webhooks' && keys.includes(null)) {
    return [
      {
        path,
        message:
          'Write whsec_ and the base64 of 24–64 random bytes, or whsk_ and that of an ed25519 key.',
      },
    ]
  }
  return []
}
