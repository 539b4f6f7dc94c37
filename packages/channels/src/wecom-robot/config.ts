import { z } from 'zod'
import { baseUrl } from '../settings/common.ts'
import { mobile } from '../settings/mobile.ts'
import { proxyAddress } from '../settings/proxy-address.ts'
import { cleanPasted } from '../settings/vendor-address.ts'

/** More would not fit beside the text into the 4,096 bytes of a message. */
export const mostPeople = 30

const userId = z
  .string()
  .transform((text) => text.trim().replace(/^@/, ''))
  .pipe(
    z
      .string()
      .regex(/^[\w.@-]{1,64}$/, 'Write a WeCom user id: letters and digits, no spaces.')
      .refine((id) => id !== 'all', 'To call everybody, switch on “mention everybody”.'),
  )

export const wecomRobotConfig = z.strictObject({
  baseUrl,
  format: z.enum(['markdown', 'markdown_v2', 'text']).default('markdown'),
  mentionedUserIds: z.array(userId).max(mostPeople).default([]),
  mentionedMobiles: z.array(mobile).max(mostPeople).default([]),
  atAll: z.boolean().default(false),
  proxy: proxyAddress,
})
export type WecomRobotConfig = z.output<typeof wecomRobotConfig>

export const wecomRobotSecrets = z.strictObject({
  webhook: z
    .string()
    .max(2_000)
    .transform(cleanPasted)
    .pipe(z.string().min(1, 'The webhook is missing.')),
})
export type WecomRobotSecrets = z.output<typeof wecomRobotSecrets>
