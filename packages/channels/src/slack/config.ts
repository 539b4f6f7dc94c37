import { z } from 'zod'
import { baseUrl } from '../settings/common.ts'
import { proxyAddress } from '../settings/proxy-address.ts'
import { cleanPasted } from '../settings/vendor-address.ts'

const userId = z
  .string()
  .transform((text) => text.trim().replace(/^<?@|>$/g, ''))
  .pipe(z.string().regex(/^[UW][A-Z0-9]{4,20}$/, 'Write a member id such as U012AB3CD.'))

const groupId = z
  .string()
  .transform((text) => text.trim())
  .pipe(z.string().regex(/^S[A-Z0-9]{4,20}$/, 'Write the id of a user group such as S012AB3CD.'))

export const slackConfig = z.strictObject({
  baseUrl,
  mentionUserIds: z.array(userId).max(50).default([]),
  mentionGroupIds: z.array(groupId).max(20).default([]),
  mentionAll: z.enum(['nobody', 'here', 'channel']).default('nobody'),
  proxy: proxyAddress,
})
export type SlackConfig = z.output<typeof slackConfig>

export const slackSecrets = z.strictObject({
  webhook: z
    .string()
    .max(2_000)
    .transform(cleanPasted)
    .pipe(z.string().min(1, 'The webhook is missing.')),
})
export type SlackSecrets = z.output<typeof slackSecrets>
