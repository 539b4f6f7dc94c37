import { z } from 'zod'
import { baseUrl } from '../settings/common.ts'
import { proxyAddress } from '../settings/proxy-address.ts'
import { cleanPasted } from '../settings/vendor-address.ts'

const principalName = z
  .string()
  .regex(/^[^\s<>@]{1,100}@[^\s<>@]{3,150}$/, 'Write a sign-in name such as lilei@example.com.')

const displayName = z
  .string()
  .trim()
  .regex(/^[^<>&\p{Cc}]{1,100}$/u, 'Write the name to be shown, without < > and &.')

export const teamsConfig = z.strictObject({
  baseUrl,
  /** From the sign-in name of a person to the name that the message shows. */
  mentions: z
    .record(principalName, displayName)
    .refine((people) => Object.keys(people).length <= 20, 'Use at most 20 people.')
    .default({}),
  proxy: proxyAddress,
})
export type TeamsConfig = z.output<typeof teamsConfig>

export const teamsSecrets = z.strictObject({
  webhook: z
    .string()
    .max(2_000)
    .transform(cleanPasted)
    .pipe(z.string().min(1, 'The webhook is missing.')),
})
export type TeamsSecrets = z.output<typeof teamsSecrets>
