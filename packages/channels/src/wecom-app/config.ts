import { z } from 'zod'
import { baseUrl } from '../settings/common.ts'
import { proxyAddress } from '../settings/proxy-address.ts'

const corpId = z
  .string()
  .trim()
  .regex(/^[\w-]{1,64}$/, 'Write the corp id: letters and digits, as under “My enterprise”.')

/** A form sends a number, a program may send its digits. */
const agentId = z
  .union(
    [
      z.int(),
      z
        .string()
        .trim()
        .regex(/^\d{1,10}$/)
        .transform(Number),
    ],
    {
      error: 'Write the AgentId: digits only.',
    },
  )
  .refine((id) => id >= 0 && id <= 9_999_999_999, 'Write the AgentId: digits only.')

const member = z
  .string()
  .trim()
  .regex(/^[\w.@-]{1,64}$/, 'Write a WeCom user id, or @all for everybody who can see the app.')

const id = z
  .union([z.string().trim(), z.int().transform(String)])
  .pipe(z.string().regex(/^\d{1,20}$/, 'Write the id of a department or tag: digits only.'))

export const wecomAppConfig = z.strictObject({
  baseUrl,
  corpId,
  agentId,
  toUser: z.array(member).max(1_000).default([]),
  toParty: z.array(id).max(100).default([]),
  toTag: z.array(id).max(100).default([]),
  format: z.enum(['markdown', 'text', 'textcard']).default('markdown'),
  proxy: proxyAddress,
})
export type WecomAppConfig = z.output<typeof wecomAppConfig>

export const wecomAppSecrets = z.strictObject({
  corpSecret: z
    .string()
    .trim()
    .min(1, 'The secret of the application is missing.')
    .max(200)
    .regex(/^[\x21-\x7e]*$/, 'The secret holds letters, digits and signs only.'),
})
export type WecomAppSecrets = z.output<typeof wecomAppSecrets>
