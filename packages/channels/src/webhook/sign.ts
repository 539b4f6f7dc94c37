import { createHmac, createPrivateKey, sign } from 'node:crypto'
import { type Instant, millis, toSeconds } from '@highwater/core'
import { type StandardKey, standardKey, standardSecrets } from './signing-secret.ts'

/** What stands before the 32 bytes of a seed in the PKCS #8 form of an ed25519 key (RFC 8410). */
const keyHeader = Buffer.from('302e020100300506032b657004220420', 'hex')

function signatureBy({ kind, base64 }: StandardKey, content: Buffer): string {
  const bytes = Buffer.from(base64, 'base64')
  if (kind === 'symmetric') {
    return `v1,${createHmac('sha256', bytes).update(content).digest('base64')}`
  }
  const der = Buffer.concat([keyHeader, bytes.subarray(0, 32)])
  const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
  return `v1a,${sign(null, content, key).toString('base64')}`
}

/** The headers of Standard Webhooks 1.0: the id stays over retries, the timestamp is of this attempt. */
export function signStandard(
  secret: string,
  id: string,
  at: Instant,
  body: string,
): Record<string, string> {
  const timestamp = Math.floor(toSeconds(millis(at)))
  const content = Buffer.from(`${id}.${timestamp}.${body}`)
  const signatures = standardSecrets(secret).flatMap((each) => {
    const key = standardKey(each)
    return key === null ? [] : [signatureBy(key, content)]
  })
  return {
    'webhook-id': id,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': signatures.join(' '),
  }
}

/** The older form that GitHub made common. */
export const signGithub = (secret: string, body: string): Record<string, string> => ({
  'x-hub-signature-256': `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`,
})
