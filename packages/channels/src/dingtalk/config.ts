import { z } from 'zod'
import { baseUrl, optionalText } from '../settings/common.ts'
import { mobile } from '../settings/mobile.ts'
import { proxyAddress } from '../settings/proxy-address.ts'
import { cleanPasted } from '../settings/vendor-address.ts'

const userId = z
  .string()
  .transform((text) => text.trim().replace(/^@/, ''))
  .pipe(
    z
      .string()
      .regex(/^[\w.$:@-]{1,64}$/, 'Write a DingTalk user id: letters and digits, no spaces.'),
  )

export const dingtalkConfig = z.strictObject({
  baseUrl,
  format: z.enum(['markdown', 'actionCard', 'text']).default('markdown'),
  keyword: optionalText(50),
  atMobiles: z.array(mobile).max(50).default([]),
  atUserIds: z.array(userId).max(50).default([]),
  /** For tenants whose robots call nobody by `atUserIds`; unset for all others, as it was not always asked. */
  idsAsDingtalkIds: z
    .boolean()
    .transform((isOn) => isOn || undefined)
    .optional(),
  atAll: z.boolean().default(false),
  proxy: proxyAddress,
})
export type DingtalkConfig = z.output<typeof dingtalkConfig>

export const dingtalkSecrets = z.strictObject({
  webhook: z
    .string()
    .max(2_000)
    .transform(cleanPasted)
    .pipe(z.string().min(1, 'The webhook is missing.')),
  signingSecret: optionalText(200),
})
export type DingtalkSecrets = z.output<typeof dingtalkSecrets>
