import { z } from 'zod'
import { httpAddress, optionalText } from '../settings/common.ts'
import { proxyAddress } from '../settings/proxy-address.ts'
import { trustedCa } from '../settings/trusted-ca.ts'

/** The root of a peer: what people copy from a browser is brought back to it. */
const peer = httpAddress.transform((text) => {
  const url = new URL(text)
  const path = url.pathname.replace(/\/+$/, '').replace(/\/api\/v2(\/alerts)?$/, '')
  return `${url.origin}${path}`
})

/** Labels that Highwater gives itself: by them an alert is known again. */
export const ownLabels = ['alertname', 'alert_id', 'severity', 'subject'] as const

const isOwn = (name: string): boolean => ownLabels.some((own) => own === name)

const labelName = z
  .string()
  .trim()
  .regex(/^(?!__)[A-Za-z_][A-Za-z0-9_]{0,99}$/, 'A label name is letters, digits and underscores.')
  .refine((name) => !isOwn(name), 'This label is set by Highwater itself.')

const hold = 'Use 1–720 hours.'

export const alertmanagerConfig = z.strictObject({
  addresses: z.array(peer).min(1, 'Name at least one address.').max(10),
  username: optionalText(200),
  labels: z.record(labelName, z.string().trim().min(1).max(200)).default({}),
  holdHours: z.coerce.number(hold).int(hold).min(1, hold).max(720, hold).default(168),
  ca: trustedCa,
  proxy: proxyAddress,
})
export type AlertmanagerConfig = z.output<typeof alertmanagerConfig>

export const alertmanagerSecrets = z.strictObject({
  password: optionalText(500),
  bearerToken: optionalText(5_000).refine(
    (token) => token === undefined || /^[\x21-\x7e]+$/.test(token),
    'A token is one word of letters, digits and signs.',
  ),
})
export type AlertmanagerSecrets = z.output<typeof alertmanagerSecrets>
