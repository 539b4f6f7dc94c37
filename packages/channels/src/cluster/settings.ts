import type { InputFault } from '@highwater/core'
import { z } from 'zod'
import type { ChannelSettings } from '../kind.ts'
import { httpAddress, optionalText } from '../settings/common.ts'
import { proxyAddress } from '../settings/proxy-address.ts'
import { trustedCa } from '../settings/trusted-ca.ts'

/** `10.0.0.8:8080`, as OMS has it, or a whole address. */
const endpoint = z
  .string()
  .trim()
  .max(2_000)
  .transform((text) => (/^[a-z]+:\/\//i.test(text) ? text : `http://${text}`))
  .pipe(httpAddress)
  .refine(
    (text) => URL.canParse(text) && new URL(text).pathname === '/' && new URL(text).search === '',
    'Write host and port only, such as 10.0.0.8:8080.',
  )
  .transform((text) => new URL(text).origin)

/** Keys are made of letters, digits and signs; a line break in one would break a header. */
const oneWord = (maxLength: number) =>
  optionalText(maxLength).refine(
    (text) => text === undefined || /^[\x21-\x7e]+$/.test(text),
    'It holds letters, digits and signs only.',
  )

/** An associated OCP cluster: where it is and how to sign in (C20). */
export const clusterConfig = z.strictObject({
  endpoint,
  signIn: z.enum(['password', 'access-key']).default('password'),
  user: optionalText(128).refine((text) => !text?.includes(':'), 'A user name has no colon.'),
  accessKey: oneWord(128),
  version: optionalText(40),
  ca: trustedCa,
  proxy: proxyAddress,
})
export type ClusterConfig = z.output<typeof clusterConfig>

export const clusterSecrets = z.strictObject({
  password: z
    .string()
    .max(500)
    .transform((text) => (text === '' ? undefined : text))
    .optional(),
  secretKey: oneWord(500),
})
export type ClusterSecrets = z.output<typeof clusterSecrets>

export type ClusterSettings = ChannelSettings<ClusterConfig, ClusterSecrets>

type Sent = Readonly<Record<string, unknown>>

/** What the chosen way of signing in lacks; also asked of settings that have other faults. */
export function signInFaults({
  config,
  secrets,
}: {
  readonly config: Sent
  readonly secrets: Sent
}): readonly InputFault[] {
  const wanted =
    config.signIn === 'access-key'
      ? ([
          ['config.accessKey', config.accessKey, 'The access key is missing.'],
          ['secrets.secretKey', secrets.secretKey, 'The secret key is missing.'],
        ] as const)
      : ([
          ['config.user', config.user, 'The user is missing.'],
          ['secrets.password', secrets.password, 'The password is missing.'],
        ] as const)
  return wanted.flatMap(([path, value, message]) =>
    value === undefined || value === '' ? [{ path, message }] : [],
  )
}
