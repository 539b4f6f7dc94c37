import { z } from 'zod'
import { baseUrl, optionalText } from '../settings/common.ts'
import { proxyAddress } from '../settings/proxy-address.ts'
import { cleanPasted } from '../settings/vendor-address.ts'

/** An open_id such as `ou_84aad35d…`, or a user_id. The word `all` would call everybody. */
const userId = z
  .string()
  .transform((text) => text.trim().replace(/^@/, ''))
  .pipe(
    z
      .string()
      .regex(/^[\w-]{1,64}$/, 'Write an open_id (ou_…) or a user_id; a robot knows no mobiles.')
      .refine((id) => id !== 'all', 'To call everybody, switch on “mention everybody”.'),
  )

export const feishuConfig = z.strictObject({
  baseUrl,
  format: z.enum(['card', 'post', 'text']).default('card'),
  keyword: optionalText(50),
  atUserIds: z.array(userId).max(50).default([]),
  atAll: z.boolean().default(false),
  proxy: proxyAddress,
})
export type FeishuConfig = z.output<typeof feishuConfig>

export const feishuSecrets = z.strictObject({
  webhook: z
    .string()
    .max(2_000)
    .transform(cleanPasted)
    .pipe(z.string().min(1, 'The webhook is missing.')),
  signingSecret: optionalText(200),
})
export type FeishuSecrets = z.output<typeof feishuSecrets>
