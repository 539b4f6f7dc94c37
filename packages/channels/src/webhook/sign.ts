import { createHmac } from 'node:crypto'
import { type Instant, millis, toSeconds } from '@highwater/core'
import { standardKey, standardSecrets } from './signing-secret.ts'

/** The headers of Standard Webhooks 1.0: the id stays over retries, the timestamp is of this attempt. */
export function signStandard(
  secret: string,
  id: string,
  at: Instant,
  body: string,
): Record<string, string> {
  const timestamp = Math.floor(toSeconds(millis(at)))
  const signatures = standardSecrets(secret).map((each) => {
    const key = Buffer.from(standardKey(each) ?? '', 'base64')
    return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`
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
