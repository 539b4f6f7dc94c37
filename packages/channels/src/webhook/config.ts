import { z } from 'zod'
import { optionalText } from '../settings/common.ts'
import { proxyAddress } from '../settings/proxy-address.ts'
import { textCheckFields } from '../settings/text-check.ts'

/** Set by the HTTP client or meant for the next hop only; a channel must not steer them. */
const deniedHeader =
  /^(host|content-length|transfer-encoding|connection|keep-alive|te|trailer|upgrade|expect|proxy-.*|webhook-.*|x-hub-signature.*)$/i

const headerName = z
  .string()
  .regex(/^[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}$/, 'This is no header name.')
  .refine((name) => !deniedHeader.test(name), 'This header is set by Highwater itself.')

const headerValue = z
  .string()
  .max(2_000)
  .regex(/^[\x20-\x7e\t]*$/, 'A header value is one line of ASCII characters.')

/** Names that say themselves what their values are, such as `X-Api-Key` and `PRIVATE-TOKEN`. */
const secretHeader = /^(authorization|cookie)$|token|secret|passw|api-?key|access-?key|credential/i

const plainHeaderName = headerName.refine(
  (name) => !secretHeader.test(name),
  'This header is a secret: put it under “authorization” or “secretHeaders”.',
)

export const responseCheck = z.strictObject({
  status: z
    .array(
      z
        .int()
        .min(200)
        .max(599)
        // Redirects are never followed, so the message has not arrived where it was sent to.
        .refine((status) => status < 300 || status > 399, 'A redirect is never a delivery.'),
    )
    .min(1)
    .max(20)
    .optional(),
  ...textCheckFields,
})
export type ResponseCheck = z.output<typeof responseCheck>

export const webhookConfig = z.strictObject({
  url: z.string().trim().min(1, 'The address is missing.').max(2_000),
  method: z.enum(['POST', 'PUT', 'PATCH', 'GET']).default('POST'),
  /** Values may hold variables, as the address may. */
  headers: z.record(plainHeaderName, headerValue).default({}),
  body: z
    .string()
    .max(20_000)
    .transform((text) => (text.trim() === '' ? undefined : text))
    .optional(),
  signature: z.enum(['none', 'standard-webhooks', 'github']).default('none'),
  responseCheck: responseCheck.optional(),
  proxy: proxyAddress,
})
export type WebhookConfig = z.output<typeof webhookConfig>

export const webhookSecrets = z.strictObject({
  signingSecret: optionalText(500),
  authorization: headerValue
    .transform((text) => (text.trim() === '' ? undefined : text.trim()))
    .optional(),
  secretHeaders: z.record(headerName, headerValue).optional(),
})
export type WebhookSecrets = z.output<typeof webhookSecrets>
