import { z } from 'zod'
import { baseUrl } from '../settings/common.ts'
import { proxyAddress } from '../settings/proxy-address.ts'
import { cleanPasted } from '../settings/vendor-address.ts'

export const pagerdutyConfig = z.strictObject({
  baseUrl,
  region: z.enum(['us', 'eu']).default('us'),
  proxy: proxyAddress,
})
export type PagerdutyConfig = z.output<typeof pagerdutyConfig>

export const pagerdutySecrets = z.strictObject({
  routingKey: z
    .string()
    .max(200)
    .transform(cleanPasted)
    .pipe(
      z.string().regex(/^[A-Za-z0-9]{32}$/, 'Write the integration key: 32 letters and digits.'),
    ),
})
export type PagerdutySecrets = z.output<typeof pagerdutySecrets>
