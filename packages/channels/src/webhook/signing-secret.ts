import type { InputFault } from '@highwater/core'
import type { ChannelSettings } from '../kind.ts'
import type { WebhookConfig, WebhookSecrets } from './config.ts'

const shortestKeyBytes = 24
const longestKeyBytes = 64

/** The key of a Standard Webhooks secret in base64, without its prefix; null if it is none. */
export function standardKey(secret: string): string | null {
  const base64 = secret.replace(/^whsec_/, '')
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(base64)) return null
  const bytes = Math.floor((base64.replace(/=+$/, '').length * 3) / 4)
  return bytes >= shortestKeyBytes && bytes <= longestKeyBytes ? base64 : null
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
    return [{ path, message: 'Write whsec_ and the base64 of 24–64 random bytes.' }]
  }
  return []
}
